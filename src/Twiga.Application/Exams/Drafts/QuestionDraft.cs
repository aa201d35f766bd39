using System.ComponentModel;
using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>What the model writes; it becomes a question whatever is wrong with it, and the rules say what is.</summary>
internal abstract record QuestionDraft
{
    public abstract Question AsQuestion(FormatQuestion wanted, Shuffle order);
}

internal sealed record ChoiceDraft(IReadOnlyList<ChoiceDraftItem> Items) : QuestionDraft
{
    // where a model puts the right option gives it away
    public override Question AsQuestion(FormatQuestion wanted, Shuffle order) => new ChoiceQuestion(
        [.. Items.Select(i => i.Item).Select(i => i.Key < 0 ? i : Paper.Shuffled(i, order))], wanted.MarksEach);
}

internal sealed record ChoiceDraftItem(
    [property: Description("The question, or the beginning of a sentence.")] string Stem,
    [property: Description("All options, without letters before them.")] IReadOnlyList<string> Options,
    [property: Description("The letter of the one right option: A for the first.")] string Right)
{
    public ChoiceItem Item
    {
        get
        {
            var options = Labels.Off(Options, at => (char)('A' + at));
            return new ChoiceItem(Stem.Trim(), options, Labels.Place(Right, options));
        }
    }
}

internal sealed record MatchingDraft(
    IReadOnlyList<PairDraft> Pairs,
    [property: Description("Further entries of List B that belong to none.")] IReadOnlyList<string> Others) : QuestionDraft
{
    public override Question AsQuestion(FormatQuestion wanted, Shuffle order) => Paper.Shuffled(
        new MatchingQuestion(
            [.. Pairs.Select(p => p.A.Trim())],
            [.. Pairs.Select(p => p.B.Trim()), .. Others.Select(o => o.Trim())],
            [.. Enumerable.Range(0, Pairs.Count)],
            wanted.MarksEach),
        order);
}

internal sealed record PairDraft(
    [property: Description("The entry of List A.")] string A,
    [property: Description("What belongs to it, and to no other, in List B.")] string B);

internal sealed record ItemsDraft(
    [property: Description("The text to read; empty where there is none.")] string? Text,
    IReadOnlyList<ItemDraft> Items) : QuestionDraft
{
    public override Question AsQuestion(FormatQuestion wanted, Shuffle order) => new ItemsQuestion(
        wanted.Kind,
        wanted.Kind == QuestionKind.Comprehension ? Text?.Trim() : null,
        [.. Items.Select(i => new AnsweredItem(i.Question.Trim(), i.Answer.Trim()))],
        wanted.MarksEach);
}

internal sealed record ItemDraft(string Question, string Answer);

internal sealed record PartsDraft(
    [property: Description("What stands before the parts; empty where there is nothing to say.")] string? Opening,
    IReadOnlyList<PartDraft> Parts) : QuestionDraft
{
    public override Question AsQuestion(FormatQuestion wanted, Shuffle order) => new PartsQuestion(
        wanted.Kind,
        string.IsNullOrWhiteSpace(Opening) ? null : Opening.Trim(),
        [.. Labels.Off([.. Parts.Select(p => p.Question)], at => (char)('a' + at)).Zip(Parts, (q, p) => p.Part(q))]);
}

internal sealed record PartDraft(
    string Question,
    decimal Marks,
    [property: Description("What earns the marks, step by step; empty where the part has parts of its own.")]
    IReadOnlyList<PointDraft> Points,
    [property: Description("Parts of this part; mostly empty.")] IReadOnlyList<SmallPartDraft>? Parts)
{
    public Part Part(string prompt) => new(
        prompt, Marks, [.. Points.Select(p => p.Point)], [.. (Parts ?? []).Select(p => p.Part)]);
}

internal sealed record SmallPartDraft(string Question, decimal Marks, IReadOnlyList<PointDraft> Points)
{
    public Part Part => new(Question.Trim(), Marks, [.. Points.Select(p => p.Point)], []);
}

internal sealed record PointDraft(string Answer, decimal Marks)
{
    public MarkingPoint Point => new(Answer.Trim(), Marks);
}

internal sealed record EssayDraft(
    string Question,
    [property: Description("What a good introduction says.")] string Introduction,
    [property: Description("The points, each a statement with its example or explanation.")] IReadOnlyList<string> Points,
    [property: Description("What a good conclusion says.")] string Conclusion) : QuestionDraft
{
    // more points than are counted are other right answers, fewer are a fault
    public override Question AsQuestion(FormatQuestion wanted, Shuffle order) => new EssayQuestion(
        Question.Trim(),
        [
            new(Introduction.Trim(), EssayMarks.Frame(wanted.Marks)),
            .. Points.Take(EssayMarks.Points(wanted.Marks)).Select(p => new MarkingPoint(p.Trim(), EssayMarks.Point)),
            new(Conclusion.Trim(), EssayMarks.Frame(wanted.Marks)),
        ]);
}
