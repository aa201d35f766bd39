using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>A heading that the bookmarks or the table of contents name.</summary>
/// <param name="Level">1 for a chapter, 2 for a section, more below.</param>
/// <param name="Page">Its page's place in the file, from 1.</param>
internal sealed record OutlineEntry(string Title, int Level, int Page)
{
    public string Key { get; } = Outline.Key(Title);
}

/// <summary>Reads the bookmarks of a file, or the table of contents that is printed in it.</summary>
internal static partial class Outline
{
    private const int LeastEntries = 4;

    public static List<OutlineEntry> Bookmarks(PdfDocument document)
    {
        if (!document.TryGetBookmarks(out var bookmarks))
            return [];

        var roots = bookmarks.Roots is [{ Children.Count: > 1 } only] ? only.Children : bookmarks.Roots;
        return [.. roots.SelectMany(n => Under(n, 1)).Where(e => e.Key.Length > 0)];
    }

    /// <summary>Reads the pages with contents and empties them.</summary>
    public static List<OutlineEntry> Contents(IReadOnlyList<PageLines> pages)
    {
        var rows = new List<(Match Match, Line First)>();
        foreach (var page in pages.Take(Math.Max(12, pages.Count / 8)))
        {
            var lines = page.Lines.GroupBy(l => Math.Round(l.Base / 2)).OrderByDescending(g => g.Key)
                .Select(g => g.OrderBy(l => l.Left).ToList()).ToList();
            var entries = lines.Select(l => (Match: Entry().Match(string.Join(' ', l.Select(c => c.Text))), First: l[0])).ToList();
            var found = entries.Where(e => e.Match.Success).ToList();
            if (found.Count < LeastEntries || found.Count < 0.6 * lines.Count || !Ascends(found.Select(e => Number(e.Match))))
                continue;

            rows.AddRange(found);
            page.Lines.Clear();
        }

        var index = pages.Where(p => p.Number is not null).GroupBy(p => p.Number!.Value).ToDictionary(g => g.Key, g => g.First().Sheet.Index);
        return [.. rows.Select(r => (r.Match, Level: Level(r.Match.Groups["title"].Value, r.First, rows)))
            .Where(r => index.ContainsKey(Number(r.Match)))
            .Select(r => new OutlineEntry(r.Match.Groups["title"].Value, r.Level, index[Number(r.Match)]))];
    }

    public static string Key(string text)
    {
        var key = new StringBuilder();
        foreach (var letter in Letters.Plain(text).Where(char.IsLetterOrDigit))
            key.Append(char.ToLowerInvariant(letter));
        return key.ToString();
    }

    private static IEnumerable<OutlineEntry> Under(BookmarkNode node, int level)
    {
        if (node is DocumentBookmarkNode { PageNumber: > 0 } place)
            yield return new OutlineEntry(place.Title, level, place.PageNumber);
        foreach (var child in node.Children.SelectMany(c => Under(c, level + 1)))
            yield return child;
    }

    private static int Level(string title, Line first, List<(Match Match, Line First)> rows)
    {
        if (Numbered().Match(title) is { Success: true } number)
            return number.Groups["dots"].Captures.Count + 1;

        var chapters = rows.Where(r => Numbered().Match(r.Match.Groups["title"].Value) is { Success: true } m && !m.Groups["dots"].Success).ToList();
        if (chapters.Count > 0)
            return chapters.Exists(c => c.First.Left > first.Left - 2 && c.First.IsBold == first.IsBold && Math.Abs(c.First.Size - first.Size) < 0.3) ? 1 : 2;
        return first.Left < rows.Min(r => r.First.Left) + 3 ? 1 : 2;
    }

    private static bool Ascends(IEnumerable<int> numbers)
    {
        var all = numbers.ToList();
        return all.Zip(all.Skip(1)).Count(p => p.Second < p.First) <= all.Count / 10;
    }

    private static int Number(Match match) => int.Parse(match.Groups["page"].Value);

    [GeneratedRegex(@"^(?<title>\S.*?\p{L}.*?)[\s.·…_]+(?<page>\d{1,4})$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^((chapter|unit|topic|sura( ya)?|mada( ya)?)\s+)?\d{1,2}(?<dots>\.\d{1,2})*\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
