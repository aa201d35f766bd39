namespace Twiga.Domain.Lessons;

/// <summary>The form of schemes of work with the calendar of the terms; read from a data file (docs/lesson-formats.md).</summary>
public sealed record SchemeFormat
{
    public required string Key { get; init; }

    public required FormFor For { get; init; }

    public required Label Title { get; init; }

    public required IReadOnlyList<FormPart<SchemeField>> Fields { get; init; }

    public required IReadOnlyList<FormPart<SchemeColumn>> Columns { get; init; }

    /// <summary>Where she does not say.</summary>
    public required int PeriodsPerWeek { get; init; }

    public required IReadOnlyList<Term> Terms { get; init; }

    /// <summary>Weeks without lessons inside a term, as printed.</summary>
    public required Label Break { get; init; }

    /// <summary>What the last weeks of a term are for where she does not say how many weeks she teaches.</summary>
    public required Label Closing { get; init; }

    public required int ClosingWeeks { get; init; }
}

/// <summary>A term by its number, with days of a year: when it begins and ends, and its break (both null where it has none).</summary>
public sealed record Term(int Number, YearDay Begins, YearDay Ends, YearDay? BreakFrom, YearDay? BreakTo);

/// <summary>A day of any year.</summary>
public sealed record YearDay(int Month, int Day)
{
    public DateOnly In(int year) => new(year, Month, Day);
}

public enum SchemeField
{
    Teacher,
    School,
    Subject,
    Class,
    Year,
    Term,
}

public enum SchemeColumn
{
    MainCompetence,
    SpecificCompetence,
    LearningActivities,
    SpecificActivities,
    Month,
    Week,
    Periods,
    Methods,
    Resources,
    Assessment,
    References,
    Remarks,
}
