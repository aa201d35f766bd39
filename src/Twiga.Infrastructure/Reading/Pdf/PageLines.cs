namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>A page's lines, not yet in reading order.</summary>
internal sealed class PageLines
{
    public PageLines(Sheet sheet)
    {
        var folded = Folding.Fold(sheet.Glyphs, sheet.Strokes);
        var (tables, rest) = Grids.Take(folded, sheet.Strokes);
        Lines = LineMaker.Make(rest);
        SetDots(sheet.Strokes);
        Lines.AddRange(tables);
        HasLetters = sheet.Glyphs.Any(g => !g.IsSpace);
        Sheet = sheet with { Glyphs = [], Strokes = [] };
    }

    /// <summary>The page without its glyphs: a book's would fill the memory.</summary>
    public Sheet Sheet { get; }

    public List<Line> Lines { get; }

    public bool HasLetters { get; }

    /// <summary>The number that was found printed at an edge.</summary>
    public int? Printed { get; set; }

    /// <summary>The page's number for readers; null where it has none.</summary>
    public int? Number { get; set; }

    private void SetDots(IReadOnlyList<Stroke> strokes)
    {
        foreach (var dot in strokes.Where(s => s.IsDot))
        {
            var line = Lines.Where(l => l.Left >= dot.Right && l.Left - dot.Right < 2.5 * l.Size
                    && dot.Middle > l.Base && dot.Middle - l.Base < 0.7 * l.Size)
                .MinBy(l => l.Left);
            if (line is not null)
                line.HasDot = true;
        }
    }
}
