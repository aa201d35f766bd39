using System.Text;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>What is saved about a teacher, as she reads it.</summary>
internal static class Summary
{
    public static string Of(Teacher teacher, Catalogue catalogue)
    {
        var texts = new OnboardingTexts(teacher.Language);
        return $"{texts.Saved}\n{Profile(teacher)}\n{texts.YourClasses}\n{Classes(teacher, catalogue)}\n\n{texts.AskMe}";
    }

    public static string Profile(Teacher teacher)
    {
        var texts = new OnboardingTexts(teacher.Language);
        var lines = new StringBuilder(texts.YourName(teacher.Name ?? "–"));
        if (teacher.School is { } school)
            lines.Append('\n').Append(texts.YourSchool(school));
        if (teacher.Region is { } region)
            lines.Append('\n').Append(texts.YourRegion(Region.Parse(region).Name(teacher.Language)));
        if (teacher.Birthday is { } born)
            lines.Append('\n').Append(texts.YourBirthday($"{born.Day}/{born.Month}/{born.Year}"));
        return lines.ToString();
    }

    /// <summary>A line for each subject: "• Geography: Form 2, Form 3".</summary>
    public static string Classes(Teacher teacher, Catalogue catalogue)
    {
        var hers = Of(teacher.Classes.Select(c => c.SchoolClassId), catalogue).ToList();
        return hers.Count == 0 ? "–" : Classes(hers, teacher.Language, catalogue);
    }

    public static string Classes(IEnumerable<SchoolClass> classes, Language language, Catalogue catalogue) => string.Join(
        '\n',
        classes.GroupBy(c => c.SubjectKey).Select(subject =>
            $"• {SubjectName(subject.First(), language, catalogue)}: {Grades(subject, language)}"));

    public static IEnumerable<SchoolClass> Of(IEnumerable<SchoolClassId> ids, Catalogue catalogue) =>
        ids.Select(catalogue.Find).OfType<SchoolClass>().OrderBy(c => c.Id.Value);

    private static string Grades(IEnumerable<SchoolClass> classes, Language language) =>
        string.Join(", ", classes.Select(c => GradeLevel.Parse(c.GradeCode).Name(language)));

    private static string SubjectName(SchoolClass schoolClass, Language language, Catalogue catalogue) =>
        catalogue.FindSubject(schoolClass.SubjectKey) is not { } subject ? schoolClass.Name(language)
        : language == Language.Swahili ? subject.Swahili : subject.English;
}
