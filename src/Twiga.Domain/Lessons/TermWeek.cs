namespace Twiga.Domain.Lessons;

/// <summary>A week of a term by its Monday; a break has no number, a week with a reason has no lessons.</summary>
public sealed record TermWeek(int? Number, DateOnly Monday, string? LeftOut)
{
    public bool IsTaught => LeftOut is null;

    /// <summary>The month most of its school days lie in.</summary>
    public int Month => Monday.AddDays(2).Month;
}

/// <summary>The weeks of a term by the calendar.</summary>
public static class TermWeeks
{
    private const int MostWeeks = 30;
    private const int DaysThatMakeABreak = 3;
    private const int TooLateToPlan = 28;

    /// <summary>The year of the next such term: this one's, or the next's where it is over or in its last four weeks.</summary>
    public static int Year(Term term, DateOnly today) =>
        today.Year + (term.Ends.In(today.Year).AddDays(-TooLateToPlan) < today ? 1 : 0);

    /// <summary>
    /// The weeks in order. Where she says how many, so many are counted from the beginning, tests among them; else all
    /// to the end, the last for what closes a term.
    /// </summary>
    /// <param name="format">The form with its words for breaks and the end of a term.</param>
    /// <param name="term">Which term.</param>
    /// <param name="year">Its year.</param>
    /// <param name="count">How many numbered weeks; null where the calendar decides.</param>
    /// <param name="leftOut">Weeks without lessons by their number, with the reason.</param>
    /// <param name="breakName">How a break is printed.</param>
    /// <param name="closingName">How the end of a term is printed.</param>
    public static IReadOnlyList<TermWeek> Of(
        SchemeFormat format, Term term, int year, int? count, IReadOnlyDictionary<int, string> leftOut, string breakName, string closingName)
    {
        var weeks = new List<TermWeek>();
        var (monday, number) = (MondayOf(term.Begins.In(year)), 0);
        while (weeks.Count < MostWeeks && (count is { } wanted ? number < wanted : monday <= term.Ends.In(year)))
        {
            if (IsBreak(term, year, monday))
                weeks.Add(new TermWeek(null, monday, breakName));
            else
                weeks.Add(new TermWeek(++number, monday, leftOut.GetValueOrDefault(number)));
            monday = monday.AddDays(7);
        }

        for (var at = Math.Max(0, weeks.Count - (count is null ? format.ClosingWeeks : 0)); at < weeks.Count; at++)
            weeks[at] = weeks[at] with { LeftOut = weeks[at].LeftOut ?? closingName };
        return weeks;
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static bool IsBreak(Term term, int year, DateOnly monday) =>
        term is { BreakFrom: { } from, BreakTo: { } to }
        && Enumerable.Range(0, 5).Select(monday.AddDays).Count(d => d >= from.In(year) && d <= to.In(year)) >= DaysThatMakeABreak;
}
