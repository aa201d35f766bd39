using System.Globalization;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Documents;

/// <summary>Names of files that a person can read: <c>Geography Form 2 exam 2026-11-22</c>.</summary>
internal static class FileNames
{
    private const int LongestTopic = 50;

    public static string Of(SchoolClass schoolClass, Language language, string kind, DateTimeOffset day, string topic = "")
    {
        var about = Plain(topic);
        about = about.Length <= LongestTopic ? about : about[..LongestTopic].Trim();
        return string.Join(' ', new[]
        {
            Plain(schoolClass.Name(language)), kind, about, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }.Where(w => w.Length > 0));
    }

    private static string Plain(string name) => string.Join(' ', string
        .Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' ? c : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
