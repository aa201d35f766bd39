using System.Text.RegularExpressions;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Drops what is printed on page after page: running heads and feet, page numbers, names across the page.</summary>
internal static partial class RunningHeads
{
    /// <summary>As many rows from each edge of the page may be running heads.</summary>
    private const int Deepest = 3;

    /// <summary>The share of the page's height, above and below, in which they stand.</summary>
    private const double Margin = 0.15;

    public static void Drop(IReadOnlyList<PageLines> pages)
    {
        DropRepeated(pages);
        var body = pages.SelectMany(p => p.Lines).GroupBy(l => (l.Font, Math.Round(l.Size)))
            .OrderByDescending(g => g.Sum(l => l.Text.Length)).FirstOrDefault()?.Key;
        foreach (var edge in new Func<Line, double>[] { l => -l.Base, l => l.Base })
        {
            for (var depth = 0; depth < Deepest; depth++)
            {
                if (!DropEdge(pages, edge, body))
                    break;
            }
        }

        foreach (var page in pages)
            page.Lines.RemoveAll(l => IsOwnNumber(l, page));
    }

    private static void DropRepeated(IReadOnlyList<PageLines> pages)
    {
        var least = Math.Max(4, pages.Count * 0.6);
        var repeated = pages.SelectMany(p => p.Lines.Select(l => (Page: p, Line: l)))
            .GroupBy(x => (x.Line.Text, Math.Round(x.Line.Left / 3), Math.Round(x.Line.Base / 3)))
            .Where(g => g.Select(x => x.Page).Distinct().Count() >= least)
            .SelectMany(g => g).ToList();
        foreach (var (page, line) in repeated)
            page.Lines.Remove(line);
    }

    /// <summary>Looks at the outermost row of every page; those at one height go when they repeat or look unlike the text.</summary>
    private static bool DropEdge(IReadOnlyList<PageLines> pages, Func<Line, double> inwards, (string, double)? body)
    {
        var filled = pages.Where(p => p.Lines.Count > 0).ToList();
        var edges = filled.Select(p => (Page: p, Row: Outermost(p, inwards)))
            .Where(e => e.Row[0].Base < Margin * e.Page.Sheet.Height || e.Row[0].Base > (1 - Margin) * e.Page.Sheet.Height).ToList();
        var dropped = false;
        foreach (var place in edges.GroupBy(e => Math.Round(e.Row[0].Base / 2)).Where(g => g.Count() >= 3))
        {
            var row = place.ToList();

            // large letters at the top of page after page are chapters, unless they are the same to the last digit
            var isLarge = row.Exists(e => e.Row.Any(l => l.Size >= 1.3 * (body?.Item2 ?? l.Size)));
            var kinds = row.Select(e => isLarge ? string.Concat(e.Row.Select(l => l.Text)) : Folded(e.Row)).Distinct().Count();
            var looksUnlike = row.TrueForAll(e => e.Row.All(l => (l.Font, Math.Round(l.Size)) != body && l.Size < 1.3 * (body?.Item2 ?? l.Size)));
            var isOften = row.Count >= 0.3 * filled.Count;
            if (!(kinds <= row.Count / 2 || (looksUnlike && isOften)) || row.Exists(e => e.Row.Any(l => l.IsTable || l.Text.Length > 150)))
                continue;

            foreach (var (page, lines) in row)
            {
                page.Printed ??= lines.Select(l => Number().Match(l.Text)).Where(m => m.Success).Select(m => (int?)int.Parse(m.Groups["n"].Value)).FirstOrDefault();
                page.Lines.RemoveAll(lines.Contains);
                dropped = true;
            }
        }

        return dropped;
    }

    private static List<Line> Outermost(PageLines page, Func<Line, double> inwards)
    {
        var first = page.Lines.Min(inwards);
        return [.. page.Lines.Where(l => inwards(l) - first < 2)];
    }

    private static bool IsOwnNumber(Line line, PageLines page) =>
        (line.Base < 0.1 * page.Sheet.Height || line.Base > 0.9 * page.Sheet.Height)
        && Number().Match(line.Text) is { Success: true } match && match.Length == line.Text.Length
        && int.Parse(match.Groups["n"].Value) == (page.Sheet.Label ?? page.Sheet.Index);

    private static string Folded(IEnumerable<Line> lines) =>
        Changing().Replace(string.Concat(lines.Select(l => l.Text)).ToLowerInvariant(), m => char.IsWhiteSpace(m.Value[0]) ? "" : "#");

    [GeneratedRegex(@"\s+|\d+|\b[ivxl]+\b")]
    private static partial Regex Changing();

    [GeneratedRegex(@"^(page|ukurasa( wa)?|uk\.?|-|–)?\s*(?<n>\d{1,4})\s*(-|–)?$|(?<=^|\|\s*)(?<n>\d{1,4})(?=\s*\||$)", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
