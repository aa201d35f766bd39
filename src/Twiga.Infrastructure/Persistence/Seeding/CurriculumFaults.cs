using Twiga.Domain.Curriculum;

namespace Twiga.Infrastructure.Persistence.Seeding;

/// <summary>What is wrong in a curriculum file, one sentence each.</summary>
internal static class CurriculumFaults
{
    private static readonly HashSet<string> Grades = [.. GradeLevel.All.Select(g => g.Code)];

    public static IEnumerable<string> In(CurriculumEntries file)
    {
        if (file.Subjects.Count == 0)
            yield return "it has no subjects";

        foreach (var code in Grades.Where(g => file.Syllabus.Count(s => s.Value.Contains(g)) != 1))
            yield return $"grade '{code}' must stand under exactly one syllabus";

        foreach (var twice in Repeated(file.Subjects.Select(s => s.Key)))
            yield return $"subject '{twice}' stands there twice";

        foreach (var fault in file.Subjects.SelectMany(In))
            yield return fault;

        var classes = file.Subjects.SelectMany(s => s.Classes.SelectMany(c => c.Grades.Select(g => (s.English, g))));
        foreach (var (english, grade) in Repeated(classes.Distinct().Count() == classes.Count() ? [] : classes))
            yield return $"there are two classes '{english}' in grade '{grade}'";
    }

    private static IEnumerable<string> In(SubjectEntry subject)
    {
        var name = $"subject '{subject.Key}'";
        if (subject.Key.Length == 0 || !subject.Key.All(c => char.IsAsciiLetterLower(c) || c == '_'))
            yield return $"{name} needs a key of small letters and underscores";
        if (string.IsNullOrWhiteSpace(subject.English) || string.IsNullOrWhiteSpace(subject.Swahili))
            yield return $"{name} needs an English and a Swahili name";
        if (subject.Medium is not ("en" or "sw"))
            yield return $"{name} has the medium '{subject.Medium}'; it is en or sw";
        if (subject.Classes.Sum(c => c.Grades.Count) == 0)
            yield return $"{name} has no classes";
        foreach (var grade in subject.Classes.SelectMany(c => c.Grades).Where(g => !Grades.Contains(g)))
            yield return $"{name} has the unknown grade '{grade}'";
        foreach (var code in subject.Classes.Select(c => c.Code).Where(c => c is not null && !IsCode(c)))
            yield return $"{name} has the code '{code}'; a code has three digits";
    }

    private static bool IsCode(string code) => code.Length == 3 && code.All(char.IsAsciiDigit);

    private static IEnumerable<T> Repeated<T>(IEnumerable<T> items) =>
        items.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key);
}
