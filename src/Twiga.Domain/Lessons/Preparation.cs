using System.Text.Json.Serialization;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Lessons;

public readonly record struct PreparationId(long Value) : IId<PreparationId>
{
    public static PreparationId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public enum PreparationState
{
    Making,
    Ready,

    /// <summary>It could not be completed; nothing was sent but the reason.</summary>
    Failed,
}

/// <summary>A lesson plan or scheme of work that a teacher asked for: what is made of it, and what it cost.</summary>
public sealed class Preparation
{
    private readonly List<PreparedPart> _parts = [];

    public PreparationId Id { get; private set; }

    /// <summary>The request it answers; a request that runs twice finds it.</summary>
    public required Guid Request { get; init; }

    public required TeacherId TeacherId { get; init; }

    public required SchoolClassId SchoolClassId { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>The rows of a scheme as they were planned; null for a lesson. A book that changes later changes nothing.</summary>
    public SchemeOutline? Outline { get; init; }

    public PreparationState State { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public int Calls { get; private set; }

    public long Tokens { get; private set; }

    /// <summary>What is made of it so far, in order.</summary>
    public IReadOnlyList<PreparedPart> Parts => _parts;

    public bool IsComplete => _parts.TrueForAll(p => p.Content is not null);

    /// <summary>A lesson plan is one part, a scheme one for each chapter.</summary>
    public void Plan(int parts) =>
        _parts.AddRange(Enumerable.Range(0, parts).Select(place => new PreparedPart { Place = place }));

    /// <summary>Ready when all parts are there, else failed.</summary>
    public void Finish(DateTimeOffset now) =>
        (State, FinishedAt, Calls, Tokens) = (
            IsComplete ? PreparationState.Ready : PreparationState.Failed,
            now,
            _parts.Sum(p => p.Calls),
            _parts.Sum(p => p.Tokens));

    public void GiveUp(DateTimeOffset now)
    {
        Finish(now);
        State = PreparationState.Failed;
    }
}

/// <summary>A piece that one call to the model makes; kept as soon as it is made, so that nothing is paid for twice.</summary>
public sealed class PreparedPart
{
    public PreparationId PreparationId { get; private set; }

    /// <summary>Its place, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>What was made and keeps the rules; null while there is none.</summary>
    public PreparedContent? Content { get; set; }

    public int Calls { get; set; }

    public long Tokens { get; set; }
}

[JsonDerivedType(typeof(LessonPlan), "lesson")]
[JsonDerivedType(typeof(SchemeWords), "scheme")]
public abstract record PreparedContent
{
    private protected PreparedContent()
    {
    }
}
