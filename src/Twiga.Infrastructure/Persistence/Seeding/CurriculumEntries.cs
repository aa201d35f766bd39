namespace Twiga.Infrastructure.Persistence.Seeding;

/// <summary>curriculum.yaml, member by member.</summary>
internal sealed record CurriculumEntries
{
    public List<StageEntry> Stages { get; init; } = [];

    public List<YearEntry> Years { get; init; } = [];

    public Dictionary<string, List<string>> Syllabus { get; init; } = [];

    public List<SubjectEntry> Subjects { get; init; } = [];
}

internal sealed record StageEntry
{
    public string Prefix { get; init; } = "";

    public List<string> Abbreviations { get; init; } = [];
}

internal sealed record YearEntry
{
    public int Number { get; init; }

    public List<string> Abbreviations { get; init; } = [];
}

internal sealed record SubjectEntry
{
    public string Key { get; init; } = "";

    public string English { get; init; } = "";

    public string Swahili { get; init; } = "";

    public string Medium { get; init; } = "";

    public string? Syllabus { get; init; }

    public List<string> Abbreviations { get; init; } = [];

    public List<ClassEntry> Classes { get; init; } = [];
}

internal sealed record ClassEntry
{
    public List<string> Grades { get; init; } = [];

    public string? Code { get; init; }
}
