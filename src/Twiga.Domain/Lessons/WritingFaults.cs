using System.Globalization;
using System.Text.RegularExpressions;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Lessons;

/// <summary>The rules that every text of a plan or scheme keeps: its language, its length, no page that was not read.</summary>
internal static partial class WritingFaults
{
    private const int EnoughWords = 6;

    private static readonly HashSet<string> English =
    [
        "the", "and", "of", "to", "in", "is", "are", "for", "with", "that", "their", "they", "from", "what", "how", "by", "on",
        "an", "as", "be", "which", "each", "about", "pupils", "students", "learners", "teacher", "using", "explain", "group",
    ];

    private static readonly HashSet<string> Swahili =
    [
        "na", "ya", "wa", "kwa", "za", "la", "cha", "vya", "ni", "katika", "kuhusu", "wanafunzi", "mwalimu", "mwanafunzi",
        "yao", "wao", "hii", "hizo", "jinsi", "kila", "kama", "pamoja", "eleza", "kueleza", "kutoka", "au", "ili", "kundi",
    ];

    public static IEnumerable<string> In(
        IEnumerable<(string Name, string Words)> written, Language language, IReadOnlyList<BookPages> found, int longest)
    {
        var all = written.ToList();
        foreach (var (name, words) in all)
        {
            if (words.Length > longest)
                yield return $"{Capital(name)} has {words.Length} letters; {longest} is the most.";
            if (words.TrimStart().StartsWith('|') || words.Contains(" | ", StringComparison.Ordinal) || words.Contains('\n'))
                yield return $"{Capital(name)} has lines or strokes of a table in it; write plain sentences.";
            if (IsOther(words, language))
                yield return $"{Capital(name)} is not written in {language}.";
            foreach (var page in Pages(words).Where(p => !found.Any(f => f.From <= p && p <= (f.To ?? f.From))))
                yield return $"{Capital(name)} names page {page}, which is no page of the passages.";
        }

        if (IsOther(string.Join(' ', all.Select(w => w.Words)), language))
            yield return $"It is not written in {language}.";
    }

    // more of the small words of the other language than of the right one's
    private static bool IsOther(string text, Language language)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).ToList();
        var (english, swahili) = (words.Count(English.Contains), words.Count(Swahili.Contains));
        var (right, wrong) = language == Language.Swahili ? (swahili, english) : (english, swahili);
        return wrong >= EnoughWords && wrong > right;
    }

    private static IEnumerable<int> Pages(string words) => Page().Matches(words).SelectMany(m =>
        m.Groups["page"].Captures.Select(c => int.Parse(c.ValueSpan, CultureInfo.InvariantCulture)));

    private static string Capital(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:pages?|pp?\.|ukurasa(?: wa)?|kurasa(?: za)?|uk\.)\s*(?<page>\d{1,4})(?:\s*(?:-|–|to|and|na|hadi)\s*(?<page>\d{1,4}))?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Page();
}
