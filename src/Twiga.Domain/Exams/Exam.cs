using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Exams;

public enum ExamState
{
    Making,
    Ready,

    /// <summary>It could not be completed; nothing was sent but the reason.</summary>
    Failed,
}

/// <summary>A paper that a teacher asked for: what she asked, what was planned, what came of it and what it cost.</summary>
public sealed class Exam
{
    private readonly List<ExamSlot> _slots = [];

    public ExamId Id { get; private set; }

    /// <summary>The request it answers; a request that runs twice finds it.</summary>
    public required Guid Request { get; init; }

    public required TeacherId TeacherId { get; init; }

    public required SchoolClassId SchoolClassId { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>The format as it was when the paper was planned; a file that changes later changes no paper.</summary>
    public required ExamFormat Format { get; init; }

    /// <summary>The language of the paper.</summary>
    public required Language Language { get; init; }

    public required int Minutes { get; init; }

    public ExamState State { get; private set; }

    /// <summary>The finished paper.</summary>
    public Paper? Paper { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Calls to the model and their tokens.</summary>
    public int Calls { get; private set; }

    public long Tokens { get; private set; }

    /// <summary>The pieces in order of the paper.</summary>
    public IReadOnlyList<ExamSlot> Slots => _slots;

    public void Plan(IEnumerable<ExamPiece> pieces) =>
        _slots.AddRange(pieces.Select((piece, at) => new ExamSlot { Place = at, Piece = piece }));

    /// <summary>Takes over what another exam has, but for one question that is to be made anew.</summary>
    public void PlanLike(Exam other, int question) => _slots.AddRange(other.Slots.Select(s => new ExamSlot
    {
        Place = s.Place,
        Piece = s.Piece,
        Question = s.Piece.Question == question ? null : s.Question,
        IsReviewed = s.Piece.Question != question,
        Doubt = s.Piece.Question == question ? null : s.Doubt,
    }));

    /// <summary>Puts the pieces together; throws when the paper is not what its format says.</summary>
    public void Finish(DateTimeOffset now)
    {
        var paper = PaperAssembly.Of(this);
        var faults = PaperFaults.Against(paper, Format);
        if (faults.Count > 0)
            throw new DomainException(string.Join(" ", faults));

        (Paper, State) = (paper, ExamState.Ready);
        Close(now);
    }

    public void Fail(DateTimeOffset now)
    {
        State = ExamState.Failed;
        Close(now);
    }

    private void Close(DateTimeOffset now) =>
        (Calls, Tokens, FinishedAt) = (_slots.Sum(s => s.Calls), _slots.Sum(s => s.Tokens), now);
}

/// <summary>A piece of a paper and what was made for it; kept as soon as it is made, so that nothing is paid for twice.</summary>
public sealed class ExamSlot
{
    public ExamId ExamId { get; private set; }

    /// <summary>Its place among the pieces, from 0.</summary>
    public required int Place { get; init; }

    public required ExamPiece Piece { get; set; }

    /// <summary>What was made and keeps the rules by itself; null while there is none.</summary>
    public Question? Question { get; set; }

    /// <summary>The second reader found nothing wrong with it.</summary>
    public bool IsReviewed { get; set; }

    /// <summary>What the second reader still doubts.</summary>
    public string? Doubt { get; set; }

    public int Calls { get; set; }

    public long Tokens { get; set; }
}
