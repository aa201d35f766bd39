namespace Twiga.Infrastructure.Queue;

internal enum JobState
{
    Waiting,
    Running,
    Done,

    /// <summary>Given up; an operator can replay it. It does not block its lane.</summary>
    Dead,
}

/// <summary>A queued command. Its attempts are the fence: only the worker of the running attempt can save.</summary>
internal sealed class Job
{
    public long Id { get; private set; }

    /// <summary>The command's type name.</summary>
    public required string Kind { get; init; }

    public required string Payload { get; init; }

    public required string Lane { get; init; }

    /// <summary>At most one waiting job has this key.</summary>
    public string? Mailbox { get; init; }

    /// <summary>At most one job ever has this key: a schedule's name and period.</summary>
    public string? Period { get; init; }

    public JobState State { get; private set; }

    public required DateTimeOffset RunAt { get; set; }

    /// <summary>How long one attempt may take, in seconds; the lease is 30 s longer.</summary>
    public required int DeadlineSeconds { get; init; }

    public int Attempts { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>The number of the worker process that runs it; it holds an advisory lock of that number while it lives.</summary>
    public int? Worker { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FirstFailedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The type of the last fault, never its contents.</summary>
    public string? LastFault { get; private set; }

    public string? TraceParent { get; init; }

    /// <summary>The row as it stands after the claim, without reading it again.</summary>
    public static Job Running(ClaimedJob job) => new()
    {
        Id = job.Id,
        Kind = job.Kind,
        Payload = job.Payload,
        Lane = "",
        RunAt = default,
        CreatedAt = default,
        DeadlineSeconds = job.DeadlineSeconds,
        State = JobState.Running,
        Attempts = job.Attempts,
    };

    public void Complete(DateTimeOffset now) => (State, FinishedAt, LeasedUntil) = (JobState.Done, now, null);
}
