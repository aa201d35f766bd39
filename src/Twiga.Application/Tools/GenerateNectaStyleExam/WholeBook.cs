using System.Text.RegularExpressions;
using Twiga.Application.Curriculum;

namespace Twiga.Application.Tools;

/// <summary>A paper on everything a class has read: its topics are the chapters of the book.</summary>
internal static partial class WholeBook
{
    /// <summary>The chapters in place of the topics, not more than there may be; the topics where the book has none.</summary>
    public static IReadOnlyList<string> Opened(
        IReadOnlyList<string> topics, IReadOnlyList<OutlineSection> outline, int most)
    {
        var chapters = outline.Select(s => s.Chapter).Distinct().ToList();
        return chapters.Count > 0 ? Spread(chapters, most) : topics;
    }

    public static bool IsMeant(string topic) => Meaning().IsMatch(topic.Trim());

    // of a long book every so many chapters, from the first to the last
    private static List<string> Spread(List<string> chapters, int most) => chapters.Count <= most
        ? chapters
        : [.. Enumerable.Range(0, most).Select(at => chapters[at * (chapters.Count - 1) / (most - 1)])];

    [GeneratedRegex(
        @"^(?:the\s+)?(?:whole|entire|full|all(?:\s+of)?)(?:\s+the)?(?:\s+(?:text)?book|\s+syllabus|\s+topics|\s+chapters)?$"
        + @"|^everything$|^(?:kitabu|mtaala)\s+(?:chote|wote|kizima|mzima)$|^(?:mada|sura)\s+zote$|^yote$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Meaning();
}
