namespace Twiga.Infrastructure.Queue;

/// <summary>A job that this process may work on until its lease runs out.</summary>
internal sealed record ClaimedJob(
    long Id,
    string Kind,
    string Payload,
    string? Mailbox,
    int Attempts,
    DateTimeOffset? FirstFailedAt,
    int DeadlineSeconds,
    string? TraceParent);
