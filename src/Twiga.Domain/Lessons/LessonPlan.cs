namespace Twiga.Domain.Lessons;

/// <summary>A lesson as it is printed in its form; formulas are LaTeX between dollar signs.</summary>
public sealed record LessonPlan : PreparedContent
{
    public required string MainCompetence { get; init; }

    public required string SpecificCompetence { get; init; }

    public required string MainActivity { get; init; }

    public required string SpecificActivity { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>Where in her books it stands.</summary>
    public required IReadOnlyList<BookPages> References { get; init; }

    /// <summary>One for each stage of the form, in order.</summary>
    public required IReadOnlyList<PlannedStage> Stages { get; init; }

    internal IEnumerable<(string Name, string Words)> Written =>
    [
        ("the main competence", MainCompetence),
        ("the specific competence", SpecificCompetence),
        ("the main activity", MainActivity),
        ("the specific activity", SpecificActivity),
        .. Resources.Select(r => ("a resource", r)),
        .. Stages.SelectMany((s, at) => s.Written.Select(w => ($"stage {at + 1}", w))),
    ];
}

/// <summary>A stage: its minutes, what the teacher does, what pupils do, how one sees that they can.</summary>
public sealed record PlannedStage(
    int Minutes, IReadOnlyList<string> Teaching, IReadOnlyList<string> Learning, IReadOnlyList<string> Assessment)
{
    internal IEnumerable<string> Written => [.. Teaching, .. Learning, .. Assessment];
}

/// <summary>A place in a book, with pages as printed; null where the book has none.</summary>
public sealed record BookPages(string Book, string? Place, int? From, int? To);
