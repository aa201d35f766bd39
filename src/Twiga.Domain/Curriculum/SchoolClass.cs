using Twiga.Domain.Teachers;

namespace Twiga.Domain.Curriculum;

/// <summary>A subject in a year of school, such as Geography Form 2; what a teacher teaches and a book is for.</summary>
public sealed class SchoolClass
{
    public SchoolClassId Id { get; private set; }

    public required string SubjectKey { get; init; }

    public required string GradeCode { get; init; }

    /// <summary>The display name in English, unique, as the model and the command line know it.</summary>
    public required string English { get; init; }

    public required string Swahili { get; init; }

    /// <summary>The language the class is taught in; documents follow it.</summary>
    public required Language Medium { get; init; }

    /// <summary>NECTA's code of the subject at this level, such as 013; null where there is none.</summary>
    public string? Code { get; init; }

    /// <summary>The syllabus in force, such as 2023 or older (teaching.md, levels).</summary>
    public string? Syllabus { get; set; }

    public bool IsActive { get; private set; } = true;

    public string Name(Language language) => language == Language.Swahili ? Swahili : English;

    /// <summary>The subject's name alone: the display name without its grade.</summary>
    public string Subject(Language language)
    {
        var (name, grade) = (Name(language), GradeLevel.Parse(GradeCode).Name(language));
        return name.EndsWith(grade, StringComparison.Ordinal) ? name[..^grade.Length].Trim() : name;
    }

    public void Activate() => IsActive = true;

    public void Deactivate() => IsActive = false;
}
