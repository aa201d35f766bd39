namespace Twiga.Application.Onboarding;

/// <summary>Unknown words in the place of a subject ("zumba form 2") are taken for its name, so that she is asked about them.</summary>
internal static class StrangeNames
{
    private const int LongestName = 4;

    public static IReadOnlyList<Mark> Find(IReadOnlyList<Mark> marks)
    {
        var found = new List<Mark>();
        var clause = new List<Mark>();
        foreach (var mark in marks)
        {
            clause.Add(mark);
            if (mark is not Break)
                continue;

            found.AddRange(InClause(clause));
            clause.Clear();
        }

        return [.. found, .. InClause(clause)];
    }

    private static List<Mark> InClause(List<Mark> clause)
    {
        if (clause.OfType<Named>().Any() || !clause.OfType<InYear>().Any())
            return [.. clause];

        var year = clause.FindIndex(m => m is InYear);
        var name = Before(clause, year) is { Count: > 0 } before ? before : After(clause, year);
        if (name.Count is 0 or > LongestName)
            return [.. clause];

        var at = clause.IndexOf(name[0]);
        var text = string.Join(' ', name.Select(o => o.Text));
        return [.. clause[..at], new Named([], text), .. clause[(at + name.Count)..]];
    }

    private static List<Other> Before(List<Mark> clause, int year)
    {
        var end = year;
        while (end > 0 && clause[end - 1] is Other { IsFiller: true })
            end--;
        var start = end;
        while (start > 0 && clause[start - 1] is Other { IsFiller: false })
            start--;
        return [.. clause[start..end].Cast<Other>()];
    }

    private static List<Other> After(List<Mark> clause, int year)
    {
        var start = year;
        while (start < clause.Count && clause[start] is InYear or Other { IsFiller: true })
            start++;
        var end = start;
        while (end < clause.Count && clause[end] is Other { IsFiller: false })
            end++;
        return [.. clause[start..end].Cast<Other>()];
    }
}
