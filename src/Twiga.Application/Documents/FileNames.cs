using System.Globalization;
using System.Text;
using Twiga.Domain;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Documents;

/// <summary>Names of files that a person can read: <c>Geography Form 2 exam 2026-11-22</c>.</summary>
internal static class FileNames
{
    private const int LongestTopic = 50;

    public static string Of(SchoolClass schoolClass, Language language, string kind, DateTimeOffset day, string topic = "") =>
        string.Join(' ', new[]
        {
            Plain(schoolClass.Name(language)),
            kind,
            Plain(topic, LongestTopic),
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }.Where(w => w.Length > 0));

    /// <summary>Letters, digits, hyphens and apostrophes within words, with single spaces; what is too long ends after a word.</summary>
    public static string Plain(string name, int longest = int.MaxValue)
    {
        var plain = string.Join(' ', string
            .Concat(name.Replace('’', '\'').EnumerateRunes()
                .Select(r => Rune.IsLetterOrDigit(r) || r.Value is '-' or '\'' ? r.ToString() : " "))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('\'')).Where(w => w.Length > 0));
        if (plain.Length <= longest)
            return plain;

        var end = plain.LastIndexOf(' ', longest);
        return plain.Beginning(end > 0 ? end : longest);
    }
}
