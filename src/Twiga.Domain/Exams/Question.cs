using System.Text.Json.Serialization;

namespace Twiga.Domain.Exams;

/// <summary>
/// A question of a paper without its number: labels and letters are given when it is printed, so that they cannot
/// disagree. Formulas are LaTeX between dollar signs.
/// </summary>
[JsonDerivedType(typeof(ChoiceQuestion), "choice")]
[JsonDerivedType(typeof(MatchingQuestion), "matching")]
[JsonDerivedType(typeof(ItemsQuestion), "items")]
[JsonDerivedType(typeof(PartsQuestion), "parts")]
[JsonDerivedType(typeof(EssayQuestion), "essay")]
public abstract record Question
{
    private protected Question()
    {
    }

    public abstract decimal Marks { get; }

    /// <summary>What it asks, piece by piece, as two questions are compared.</summary>
    public abstract IEnumerable<Asked> Asks { get; }

    /// <summary>All that candidates read.</summary>
    public abstract IEnumerable<string> Printed { get; }
}

/// <summary>Something asked, and the short answer to it where there is one.</summary>
public sealed record Asked(string Words, string? Answer);

/// <summary>Multiple choice: items (i), (ii) … each with its options.</summary>
public sealed record ChoiceQuestion(IReadOnlyList<ChoiceItem> Items, decimal MarksEach) : Question
{
    public override decimal Marks => Items.Count * MarksEach;

    public override IEnumerable<Asked> Asks => Items.Select(i => new Asked(i.Stem, i.Options.ElementAtOrDefault(i.Key)));

    public override IEnumerable<string> Printed => Items.SelectMany(i => i.Options.Prepend(i.Stem));
}

/// <summary>Key is the place of the right option, from 0.</summary>
public sealed record ChoiceItem(string Stem, IReadOnlyList<string> Options, int Key);

/// <summary>List A is matched with the longer List B; the key holds for each entry of A its place in B, from 0.</summary>
public sealed record MatchingQuestion(
    IReadOnlyList<string> ListA, IReadOnlyList<string> ListB, IReadOnlyList<int> Key, decimal MarksEach) : Question
{
    public override decimal Marks => ListA.Count * MarksEach;

    public override IEnumerable<Asked> Asks =>
        ListA.Select((a, at) => new Asked(a, ListB.ElementAtOrDefault(Key.ElementAtOrDefault(at))));

    public override IEnumerable<string> Printed => ListA.Concat(ListB);
}

/// <summary>Items with short answers: true or false, gaps, short answers, questions on a text.</summary>
public sealed record ItemsQuestion(
    QuestionKind Kind, string? Text, IReadOnlyList<AnsweredItem> Items, decimal MarksEach) : Question
{
    public override decimal Marks => Items.Count * MarksEach;

    public override IEnumerable<Asked> Asks =>
        Items.Select(i => new Asked(i.Prompt, Kind is QuestionKind.TrueFalse or QuestionKind.Comprehension ? null : i.Answer));

    public override IEnumerable<string> Printed => Items.Select(i => i.Prompt).Concat(Text is null ? [] : [Text]);
}

public sealed record AnsweredItem(string Prompt, string Answer);

/// <summary>Structured questions and calculations: parts (a), (b) …, which may have parts (i), (ii) … of their own.</summary>
public sealed record PartsQuestion(QuestionKind Kind, string? Opening, IReadOnlyList<Part> Parts) : Question
{
    public override decimal Marks => Parts.Sum(p => p.Marks);

    public override IEnumerable<Asked> Asks => Parts.SelectMany(p => p.Leaves).Select(p => new Asked(p.Prompt, null));

    public override IEnumerable<string> Printed =>
        Parts.SelectMany(p => p.Leaves.Append(p)).Select(p => p.Prompt).Concat(Opening is null ? [] : [Opening]).Distinct();
}

/// <summary>A part with the points that earn its marks; points stand in the parts below where it has such.</summary>
public sealed record Part(string Prompt, decimal Marks, IReadOnlyList<MarkingPoint> Points, IReadOnlyList<Part> Parts)
{
    public IEnumerable<Part> Leaves => Parts.Count == 0 ? [this] : Parts.SelectMany(p => p.Leaves);
}

/// <summary>What earns marks: a point, a step of a calculation.</summary>
public sealed record MarkingPoint(string Text, decimal Marks);

/// <summary>An essay or composition.</summary>
public sealed record EssayQuestion(string Prompt, IReadOnlyList<MarkingPoint> Points) : Question
{
    public override decimal Marks => Points.Sum(p => p.Marks);

    public override IEnumerable<Asked> Asks => [new Asked(Prompt, null)];

    public override IEnumerable<string> Printed => [Prompt];
}
