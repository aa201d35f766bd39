using Twiga.Domain.Lessons;

namespace Twiga.Infrastructure.Formats;

/// <summary>Reads the form of schemes of work (docs/lesson-formats.md); every fault is a sentence with file and line.</summary>
internal static class SchemeFormatFile
{
    /// <returns>The form, or null where there are faults.</returns>
    public static SchemeFormat? Read(string file, string yaml, List<string> faults)
    {
        var before = faults.Count;
        if (YamlPlace.Root(file, yaml, faults) is not { } root)
            return null;

        root.Knows(
            "key", "grades", "subjects", "title", "fields", "columns", "periodsPerWeek", "terms", "break", "closing", "closingWeeks");
        var format = new SchemeFormat
        {
            Key = root.Key(),
            For = root.For(),
            Title = root.Words("title"),
            Fields = root.Parts<SchemeField>("fields"),
            Columns = root.Parts<SchemeColumn>("columns"),
            PeriodsPerWeek = root.Number("periodsPerWeek"),
            Terms = [.. root.Places("terms").Select(Term)],
            Break = root.Words("break"),
            Closing = root.Words("closing"),
            ClosingWeeks = root.Number("closingWeeks", 1),
        };
        if (faults.Count == before)
            Check(root, format);
        return faults.Count > before ? null : format;
    }

    private static void Check(YamlPlace root, SchemeFormat format)
    {
        if (format.PeriodsPerWeek is < 1 or > 20)
            root.Fault($"periodsPerWeek is {format.PeriodsPerWeek}; it is between 1 and 20");
        if (format.ClosingWeeks is < 0 or > 4)
            root.Fault($"closingWeeks is {format.ClosingWeeks}; it is between 0 and 4");
        if (format.Terms.Count == 0 || format.Terms.Select(t => t.Number).Distinct().Count() != format.Terms.Count)
            root.Fault("terms must be one or more, each with a number of its own");
        foreach (var column in new[] { SchemeColumn.Week, SchemeColumn.Periods }.Where(c => format.Columns.All(f => f.Is != c)))
            root.Fault($"columns must have '{column.ToString().ToLowerInvariant()}'");
    }

    private static Term Term(YamlPlace place)
    {
        place.Knows("number", "begins", "ends", "breakFrom", "breakTo");
        var (begins, ends) = (Needed(place, "begins"), Needed(place, "ends"));
        var term = new Term(place.Number("number"), begins, ends, place.Day("breakFrom"), place.Day("breakTo"));
        if (begins.In(2001) >= ends.In(2001) && begins != ends)
            place.Fault("it ends before it begins");
        if ((term.BreakFrom is null) != (term.BreakTo is null))
            place.Fault("a break has breakFrom and breakTo");
        return term;
    }

    private static YearDay Needed(YamlPlace place, string name)
    {
        if (place.Needed(name).Length > 0 && place.Day(name) is { } day)
            return day;

        return new YearDay(1, 1);
    }
}
