using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>An exam with its class and the passages of each of its topics, as those who write and read it need them.</summary>
internal sealed record ExamBrief(Exam Exam, SchoolClass Class, IReadOnlyList<IReadOnlyList<FoundPassage>> Passages)
{
    private const int PassageTokens = 1_800;
    private const int EssayTokens = 3_000;

    /// <summary>What must not be asked again, because a question is being replaced.</summary>
    public IReadOnlyList<Asked> Avoid { get; init; } = [];

    public string Subject => Class.Subject(Exam.Language);

    /// <summary>
    /// What a piece is made from: passages of its topic in the book's order, beginning at another place for each piece
    /// and each new attempt, so that the pieces of a topic do not all ask about the same page.
    /// </summary>
    public IReadOnlyList<FoundPassage> For(ExamSlot slot, int attempt)
    {
        var passages = Passages[slot.Piece.Topic];
        var sharing = Exam.Slots.Where(s => s.Piece.Topic == slot.Piece.Topic).ToList();
        var begin = (sharing.IndexOf(slot) * passages.Count / sharing.Count) + attempt;
        var tokens = slot.Piece.Wanted.Kind is QuestionKind.Essay or QuestionKind.Structured ? EssayTokens : PassageTokens;
        var chosen = new List<FoundPassage>();
        foreach (var passage in Enumerable.Range(begin, passages.Count).Select(at => passages[at % passages.Count]))
        {
            tokens -= Tokens.Count(passage.Text);
            if (tokens < 0 && chosen.Count > 0)
                break;
            chosen.Add(passage);
        }

        return chosen;
    }
}
