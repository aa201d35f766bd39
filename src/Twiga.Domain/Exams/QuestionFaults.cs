namespace Twiga.Domain.Exams;

/// <summary>What is wrong in one question, as sentences that say how to mend it (behaviour.md, section 6).</summary>
public static class QuestionFaults
{
    private const int LongestText = 4_000;

    /// <param name="question">What was made.</param>
    /// <param name="wanted">What the format asks for; items and marks of the piece that was to be made.</param>
    /// <param name="optionLetters">How many options an item has.</param>
    public static IReadOnlyList<string> In(Question question, FormatQuestion wanted, int optionLetters)
    {
        var faults = question switch
        {
            ChoiceQuestion choice => In(choice, wanted, optionLetters),
            MatchingQuestion matching => In(matching, wanted),
            ItemsQuestion items => In(items, wanted),
            PartsQuestion parts => In(parts),
            EssayQuestion essay => In(essay),
            _ => throw new InvalidOperationException("A kind of question has no rules."),
        };
        var all = faults.ToList();
        if (question.Printed.Any(string.IsNullOrWhiteSpace))
            all.Insert(0, "Something that candidates should read is empty.");
        if (question.Printed.Any(t => t.Length > LongestText))
            all.Add($"A text is longer than {LongestText} characters; keep it short.");
        if (all.Count == 0 && question.Marks != wanted.Marks)
            all.Add($"The marks come to {Say(question.Marks)}; they must come to {Say(wanted.Marks)}.");
        return all;
    }

    private static IEnumerable<string> In(ChoiceQuestion question, FormatQuestion wanted, int optionLetters)
    {
        if (question.Items.Count != wanted.Items)
            yield return $"There are {question.Items.Count} items; exactly {wanted.Items} are needed.";
        foreach (var (item, number) in question.Items.Select((item, at) => (item, at + 1)))
        {
            if (item.Options.Count != optionLetters)
                yield return $"Item {number} has {item.Options.Count} options; it must have {optionLetters}.";
            if (item.Key < 0 || item.Key >= item.Options.Count)
                yield return $"Item {number} must have exactly one right option, named by one letter that is among its options.";
            if (Twins(item.Options) is { } twin)
                yield return $"Two options of item {number} are alike: \"{twin}\".";
            else if (GivesAway(item))
                yield return $"The stem of item {number} gives its answer away: \"{item.Options[item.Key]}\" stands in it.";
        }
    }

    private static bool GivesAway(ChoiceItem item)
    {
        if (item.Key < 0 || item.Key >= item.Options.Count)
            return false;

        var (stem, key) = (new Wording(item.Stem), new Wording(item.Options[item.Key]));
        return key.Count > 0 && stem.Holds(key)
            && item.Options.Where((_, at) => at != item.Key).All(o => !stem.Holds(new Wording(o)));
    }

    private static IEnumerable<string> In(MatchingQuestion question, FormatQuestion wanted)
    {
        if (question.ListA.Count != wanted.Items)
            yield return $"List A has {question.ListA.Count} entries; it must have {wanted.Items}.";
        if (question.ListB.Count != wanted.ListB)
            yield return $"List B has {question.ListB.Count} entries; it must have {wanted.ListB}.";
        if (question.Key.Count != question.ListA.Count || question.Key.Any(k => k < 0 || k >= question.ListB.Count))
            yield return "Every entry of List A needs its partner in List B.";
        if (question.Key.Distinct().Count() != question.Key.Count)
            yield return "Two entries of List A have the same partner in List B; each needs its own.";
        if (Twins(question.ListA) is { } a)
            yield return $"Two entries of List A are alike: \"{a}\".";
        if (Twins(question.ListB) is { } b)
            yield return $"Two entries of List B are alike: \"{b}\".";
        foreach (var (entry, partner) in question.ListA.Zip(question.Key).Where(p => p.Second >= 0 && p.Second < question.ListB.Count))
        {
            var answer = new Wording(question.ListB[partner]);
            if (answer.Count > 0 && new Wording(entry).Holds(answer))
                yield return $"\"{entry}\" in List A holds its partner \"{question.ListB[partner]}\".";
        }
    }

    private static IEnumerable<string> In(ItemsQuestion question, FormatQuestion wanted)
    {
        if (question.Items.Count != wanted.Items)
            yield return $"There are {question.Items.Count} items; exactly {wanted.Items} are needed.";
        if (question.Kind == QuestionKind.Comprehension && string.IsNullOrWhiteSpace(question.Text))
            yield return "The text to read is missing.";
        if (Twins([.. question.Items.Select(i => i.Prompt)]) is { } twin)
            yield return $"Two items are alike: \"{twin}\".";
        foreach (var (item, number) in question.Items.Select((item, at) => (item, at + 1)))
        {
            if (string.IsNullOrWhiteSpace(item.Answer))
                yield return $"Item {number} has no answer.";
            else if (question.Kind is QuestionKind.Gaps or QuestionKind.ShortAnswers && GivesAway(item))
                yield return $"Item {number} gives its answer away: \"{item.Answer}\" stands in it.";
        }
    }

    private static bool GivesAway(AnsweredItem item)
    {
        var answer = new Wording(item.Answer);
        return answer.Count > 0 && new Wording(item.Prompt).Holds(answer);
    }

    private static IEnumerable<string> In(PartsQuestion question)
    {
        if (question.Parts.Count == 0)
            yield return "The question has no parts.";
        foreach (var (part, at) in question.Parts.Select((part, at) => (part, at)))
        {
            foreach (var fault in In(part, $"part ({(char)('a' + at)})"))
                yield return fault;
        }

        if (Twins([.. question.Parts.SelectMany(p => p.Leaves).Select(p => p.Prompt)]) is { } twin)
            yield return $"Two parts ask the same: \"{twin}\".";
    }

    private static IEnumerable<string> In(Part part, string name)
    {
        if (part.Marks <= 0 || part.Marks * 2 % 1 != 0)
            yield return $"The marks of {name} are {Say(part.Marks)}; they must be whole or halves, and more than 0.";
        if (part.Parts.Count > 0 && part.Parts.Sum(p => p.Marks) != part.Marks)
            yield return $"The parts of {name} come to {Say(part.Parts.Sum(p => p.Marks))} marks; {name} has {Say(part.Marks)}.";
        foreach (var (below, at) in part.Parts.Select((below, at) => (below, at)))
        {
            foreach (var fault in In(below, $"{name}({Roman.Of(at + 1)})"))
                yield return fault;
        }

        if (part.Parts.Count > 0)
            yield break;
        if (part.Points.Count == 0 || part.Points.Any(p => string.IsNullOrWhiteSpace(p.Text)))
            yield return $"{Capital(name)} has no marking points, or an empty one.";
        else if (part.Points.Any(p => p.Marks <= 0))
            yield return $"A marking point of {name} has no marks.";
        else if (part.Points.Sum(p => p.Marks) != part.Marks)
            yield return $"The marking points of {name} come to {Say(part.Points.Sum(p => p.Marks))} marks; {name} has {Say(part.Marks)}.";
        if (part.Points.Any(p => new Wording(p.Text) is { Count: >= 4 } point && new Wording(part.Prompt).Holds(point)))
            yield return $"{Capital(name)} gives its own answer away.";
    }

    private static IEnumerable<string> In(EssayQuestion question)
    {
        if (question.Points.Any(p => string.IsNullOrWhiteSpace(p.Text)))
            yield return "A marking point is empty.";
        if (Twins([.. question.Points.Select(p => p.Text)]) is { } twin)
            yield return $"Two marking points are alike: \"{twin}\".";
    }

    private static string? Twins(IReadOnlyList<string> texts) => texts
        .Where((text, at) => texts.Take(at).Any(other => Wording.Same(text, other)))
        .FirstOrDefault();

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Say(decimal marks) => marks.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
