namespace Twiga.Application.Onboarding;

/// <summary>Subjects that belong together with the years they are taught in; either may lack.</summary>
internal sealed record Lessons(IReadOnlyList<Named> Subjects, IReadOnlyList<InYear> Years);

/// <summary>Finds out which years belong to which subjects, from their order and what divides them.</summary>
internal static class ClassSegments
{
    public static IReadOnlyList<Lessons> Pair(IReadOnlyList<Mark> marks)
    {
        foreach (var strength in (Strength[])[Strength.Stop, Strength.Comma, Strength.And])
        {
            var parts = Split(marks, strength);
            if (parts.Count > 1 && parts.All(IsComplete))
                return [.. parts.SelectMany(Pair)];
        }

        return PairInOrder([.. marks.Where(m => m is Named or InYear)]);
    }

    private static List<List<Mark>> Split(IReadOnlyList<Mark> marks, Strength atLeast)
    {
        List<List<Mark>> parts = [[]];
        foreach (var mark in marks)
        {
            if (mark is Break cut && cut.Strength >= atLeast)
                parts.Add([]);
            else
                parts[^1].Add(mark);
        }

        return [.. parts.Where(p => p.Any(m => m is Named or InYear))];
    }

    // with subjects and years, and not "f3 na chem f4" that begins with a year of the subject before
    private static bool IsComplete(List<Mark> part) =>
        part.Where(m => m is Named or InYear).ToList() is [var first, .., var last] && first is Named != last is Named;

    /// <summary>Subjects then years, again and again; or years then subjects, where a year comes first.</summary>
    private static List<Lessons> PairInOrder(List<Mark> marks)
    {
        var lessons = new List<Lessons>();
        var yearsFirst = marks is [InYear, ..];
        var (subjects, years) = (new List<Named>(), new List<InYear>());
        foreach (var mark in marks)
        {
            var beginsAnew = yearsFirst ? mark is InYear && subjects.Count > 0 : mark is Named && years.Count > 0;
            if (beginsAnew)
            {
                lessons.Add(new(subjects, years));
                (subjects, years) = ([], []);
            }

            if (mark is Named subject)
                subjects.Add(subject);
            else
                years.Add((InYear)mark);
        }

        if (subjects.Count > 0 || years.Count > 0)
            lessons.Add(new(subjects, years));
        return Tidy(lessons);
    }

    // "form 2 biology, form 3": the last years are biology's too
    private static List<Lessons> Tidy(List<Lessons> lessons) => lessons is [.., var one, { Subjects.Count: 0 } rest]
        ? [.. lessons[..^2], one with { Years = [.. one.Years, .. rest.Years] }]
        : lessons;
}
