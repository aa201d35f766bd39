using Twiga.Domain.Teachers;

namespace Twiga.Domain.Operators;

public enum OperatorActKind
{
    Approved,
    Blocked,
    Unblocked,

    /// <summary>Put a job that was given up back into the queue.</summary>
    Replayed,

    /// <summary>Read the words of a turn.</summary>
    OpenedTurn,

    /// <summary>Read messages that got no answer.</summary>
    OpenedUnanswered,
}

/// <summary>What somebody did on the operators' page: the record that a teacher's words were read, above all.</summary>
public sealed class OperatorAct
{
    public const int LongestName = 60;

    public long Id { get; private set; }

    /// <summary>As she called herself when she signed in.</summary>
    public required string Operator { get; init; }

    public required OperatorActKind Kind { get; init; }

    /// <summary>Whom it concerns; null where it concerns nobody in particular.</summary>
    public TeacherId? TeacherId { get; init; }

    /// <summary>The number of the turn or job; null where there is none.</summary>
    public long? Subject { get; init; }

    public required DateTimeOffset At { get; init; }
}
