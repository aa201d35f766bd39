using Twiga.Domain.Curriculum;
using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>Which format a paper takes.</summary>
internal static class FormatChoice
{
    /// <summary>The format she named, by key or name; else that which fits the class best; null where none is meant.</summary>
    public static ExamFormat? Of(IReadOnlyList<ExamFormat> all, SchoolClass schoolClass, string? said)
    {
        var fitting = all.Select(f => (Format: f, Fits: f.Fits(schoolClass.GradeCode, schoolClass.SubjectKey)))
            .OrderByDescending(f => f.Fits).ToList();
        if (string.IsNullOrWhiteSpace(said))
            return fitting.FirstOrDefault(f => f.Fits > 0).Format;

        var bare = Bare(said);
        return all.FirstOrDefault(f => Bare(f.Key) == bare)
            ?? fitting.FirstOrDefault(f => Bare(f.Format.Name) == bare && f.Fits > 0).Format
            ?? all.Where(f => Bare(f.Name) == bare)
                .OrderByDescending(f => f.Subjects.Contains(schoolClass.SubjectKey) ? 2 : f.Subjects.Count == 0 ? 1 : 0)
                .FirstOrDefault();
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
