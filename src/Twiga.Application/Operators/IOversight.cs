using Twiga.Domain.Conversations;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Operators;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Operators;

/// <summary>What operators see of the running service. Words of teachers come only from the two methods that open them.</summary>
public interface IOversight
{
    /// <summary>Counts by day in Tanzania, today last; days without anything are there too.</summary>
    Task<Usage> UsageAsync(int days, CancellationToken cancellationToken);

    /// <summary>Teachers whose messages got an apology instead of an answer, the longest wait first.</summary>
    Task<IReadOnlyList<UnansweredLine>> UnansweredAsync(CancellationToken cancellationToken);

    /// <summary>Messages that WhatsApp refused for good, newest first.</summary>
    Task<IReadOnlyList<RefusedLine>> RefusedAsync(int atMost, CancellationToken cancellationToken);

    /// <summary>Reactions to answers, newest first.</summary>
    Task<IReadOnlyList<ReactionLine>> ReactionsAsync(int atMost, CancellationToken cancellationToken);

    /// <summary>What operators did, newest first.</summary>
    Task<IReadOnlyList<OperatorAct>> ActsAsync(int atMost, CancellationToken cancellationToken);

    /// <summary>A page of the passages of a book, in the book's order.</summary>
    Task<IReadOnlyList<Passage>> PassagesAsync(ResourceId book, int skip, int atMost, CancellationToken cancellationToken);

    /// <summary>What a teacher wrote and was not answered, oldest first.</summary>
    Task<IReadOnlyList<InboundMessage>> OpenUnansweredAsync(TeacherId teacher, CancellationToken cancellationToken);

    /// <summary>A turn with its words; null where it was deleted.</summary>
    Task<Turn?> OpenTurnAsync(TurnId turn, CancellationToken cancellationToken);

    /// <summary>Saved with the command's other changes.</summary>
    void Record(OperatorAct act);
}

/// <summary>The service as it stands, and its days.</summary>
public sealed record Usage(
    IReadOnlyDictionary<TeacherState, int> Teachers, int DeadJobs, int Unanswered, IReadOnlyList<UsageOfDay> Days);

/// <summary>A calendar day in Tanzania. Tokens are those of the model, in and out.</summary>
public sealed record UsageOfDay(DateOnly Day, int Answers, int Teachers, long Tokens, int Good, int Bad);

/// <summary>The job is the one that gave up, with the type of its last fault; null where it is gone.</summary>
public sealed record UnansweredLine(
    TeacherId Teacher, int Messages, DateTimeOffset Since, long? Job, string? Fault);

public sealed record RefusedLine(TeacherId Teacher, string Kind, int? Code, string? Details, DateTimeOffset At);

public sealed record ReactionLine(TurnId Turn, TeacherId Teacher, Verdict Verdict, string Emoji, string? Model, DateTimeOffset At);
