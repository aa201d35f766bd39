using Twiga.Domain.Teachers;

namespace Twiga.Domain.Lessons;

/// <summary>The words of a chapter's rows.</summary>
public sealed record SchemeWords(string MainCompetence, IReadOnlyList<SchemeRow> Rows) : PreparedContent;

/// <summary>The words of one row.</summary>
public sealed record SchemeRow
{
    public required string SpecificCompetence { get; init; }

    public required string LearningActivities { get; init; }

    public required string SpecificActivity { get; init; }

    public required string Methods { get; init; }

    public required string Resources { get; init; }

    public required string Assessment { get; init; }

    internal IEnumerable<(string Name, string Words)> Written =>
    [
        ("the specific competence", SpecificCompetence),
        ("the learning activities", LearningActivities),
        ("the specific activity", SpecificActivity),
        ("the methods", Methods),
        ("the resources", Resources),
        ("the assessment tools", Assessment),
    ];
}

/// <summary>The rules of a chapter's rows.</summary>
public static class SchemeFaults
{
    private const int LongestCell = 200;

    public static IReadOnlyList<string> In(SchemeWords words, IReadOnlyList<OutlineRow> rows, Language language) =>
        [.. All(words, rows, language).Distinct().Take(8)];

    private static IEnumerable<string> All(SchemeWords words, IReadOnlyList<OutlineRow> rows, Language language)
    {
        if (words.Rows.Count != rows.Count)
            yield return $"There are {words.Rows.Count} rows; there must be {rows.Count}, one for each that is listed.";
        var written = words.Rows
            .SelectMany((row, at) => row.Written.Select(w => ($"{w.Name} of row {at + 1}", w.Words)))
            .Prepend(("the main competence", words.MainCompetence)).ToList();
        foreach (var (name, _) in written.Where(w => string.IsNullOrWhiteSpace(w.Item2)))
            yield return $"Something is empty: {name}.";
        foreach (var twice in words.Rows.GroupBy(r => r.SpecificActivity.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            yield return $"The same specific activity stands in two rows: {twice.Key}";

        var found = rows.SelectMany(r => r.Sections).Select(s => s.Pages).ToList();
        foreach (var fault in WritingFaults.In(written, language, found, LongestCell))
            yield return fault;
    }
}
