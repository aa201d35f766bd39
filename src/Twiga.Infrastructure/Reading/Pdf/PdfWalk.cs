using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Goes through the pages in reading order and makes headings and blocks of their lines.</summary>
internal static class PdfWalk
{
    public static IReadOnlyList<Block> Blocks(IReadOnlyList<PageLines> pages, IReadOnlyList<OutlineEntry> outline)
    {
        var ordered = pages.Select(p => (Page: p, Columns: Columns.Order(p.Lines).ToList())).ToList();
        var byPage = ordered.ToDictionary(
            p => p.Page.Sheet.Index, p => (IReadOnlyList<Line>)[.. p.Columns.SelectMany(c => c.Lines)]);
        var lines = byPage.Values.SelectMany(l => l).ToList();
        var named = new Named(outline, byPage);
        var headlines = new Headlines(lines, named.Levels);
        var maker = new BlockMaker(Words(lines), Leading(ordered.SelectMany(p => p.Columns)));
        foreach (var (page, columns) in ordered)
        {
            foreach (var lost in named.Lost.Where(e => e.Page == page.Sheet.Index && e.Level <= 2))
                maker.Head(Headings.Read(lost.Title, lost.Level), page.Number);
            foreach (var column in columns)
                Walk(column, page.Number, named, headlines, maker);
        }

        return maker.Finish();
    }

    private static void Walk(Column column, int? page, Named named, Headlines headlines, BlockMaker maker)
    {
        for (var i = 0; i < column.Lines.Count;)
        {
            var line = column.Lines[i];
            var level = headlines.Level(line);
            if (named.Of(line) is var (entry, goesOn))
            {
                if (!goesOn)
                    maker.Head(Headings.Read(entry!.Title, entry.Level), page);
                i++;
            }
            else if (level is { } found)
            {
                var end = i + 1;
                while (end < column.Lines.Count && named.Of(column.Lines[end]) is null && IsSameHeading(column.Lines[end - 1], column.Lines[end], headlines))
                    end++;
                var text = Hyphens.Join(column.Lines.Skip(i).Take(end - i).Select(l => l.Text), null);
                maker.Head(Headings.Read(text, Math.Min(found, 3)), page);
                i = end;
            }
            else
            {
                maker.Take(line, column, page);
                i++;
            }
        }
    }

    /// <summary>A heading of two lines, or a chapter's number above its title.</summary>
    private static bool IsSameHeading(Line line, Line next, Headlines headlines)
    {
        if (headlines.Level(next) is null)
            return false;
        var gap = line.Base - next.Base;
        var isSameLook = next.Font == line.Font && Math.Abs(next.Size - line.Size) < 0.5;
        var isNumber = line.Text.Length <= 12 && line.Text.Any(char.IsDigit) && line.Size >= next.Size;
        return (isSameLook && gap < 1.6 * line.Size) || (isNumber && gap < 3 * line.Size);
    }

    private static Dictionary<string, int> Words(IEnumerable<Line> lines)
    {
        var known = new Dictionary<string, int>();
        foreach (var line in lines.Where(l => !l.IsTable))
            Hyphens.Count(line.Text, known);
        return known;
    }

    /// <summary>The distance that most lines have from the next, in sizes of the font.</summary>
    private static double Leading(IEnumerable<Column> columns) => columns
        .SelectMany(c => c.Lines.Zip(c.Lines.Skip(1)))
        .Where(p => !p.First.IsTable && !p.Second.IsTable && Math.Abs(p.First.Size - p.Second.Size) < 0.1)
        .Select(p => (p.First.Base - p.Second.Base) / p.First.Size)
        .Where(l => l is > 0.9 and < 2.6)
        .GroupBy(l => Math.Round(l * 20) / 20)
        .MaxBy(g => g.Count())?.Average() ?? 1.3;
}
