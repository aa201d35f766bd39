namespace Twiga.Domain.Lessons;

/// <summary>The form of lesson plans; read from a data file (docs/lesson-formats.md).</summary>
public sealed record LessonFormat
{
    public required string Key { get; init; }

    public required FormFor For { get; init; }

    public required Label Title { get; init; }

    /// <summary>The head, in order.</summary>
    public required IReadOnlyList<FormPart<LessonField>> Fields { get; init; }

    /// <summary>How the numbers of pupils are called; null where the form has no place for them.</summary>
    public PupilLabels? Pupils { get; init; }

    /// <summary>Competences, activities, resources and references, in order.</summary>
    public required IReadOnlyList<FormPart<LessonPart>> Parts { get; init; }

    public required IReadOnlyList<FormPart<StageColumn>> Columns { get; init; }

    public required IReadOnlyList<FormatStage> Stages { get; init; }

    public required Label Remarks { get; init; }

    /// <summary>Minutes of one period.</summary>
    public required int PeriodMinutes { get; init; }

    /// <summary>The minutes of each stage of a lesson, by their shares: whole minutes, by fives in a long lesson; exact in sum.</summary>
    public IReadOnlyList<int> Split(int minutes) => Shares.Split(
        minutes, [.. Stages.Select(s => (decimal)s.Share)], minutes >= LongLesson && minutes % 5 == 0 ? 5 : 1);

    private const int LongLesson = 60;
}

/// <summary>A stage of a lesson with its share of the time (any unit) and what happens in it, as a writer is told.</summary>
public sealed record FormatStage(Label Name, int Share, string About);

public sealed record PupilLabels(Label Registered, Label Present, Label Girls, Label Boys, Label Total);

public enum LessonField
{
    Teacher,
    School,
    Subject,
    Class,
    Time,
    Date,
}

public enum LessonPart
{
    MainCompetence,
    SpecificCompetence,
    MainActivity,
    SpecificActivity,
    Resources,
    References,
}

public enum StageColumn
{
    Stage,
    Time,
    Teaching,
    Learning,
    Assessment,
}
