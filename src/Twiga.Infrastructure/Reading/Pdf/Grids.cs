namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Finds tables by the lines that are drawn around their cells.</summary>
internal static class Grids
{
    private const double Touch = 1.5;

    /// <summary>A page with more of them is a drawing.</summary>
    private const int MostStrokes = 3000;

    /// <returns>The tables as lines, and the glyphs that stand in none.</returns>
    public static (List<Line> Tables, List<Glyph> Others) Take(IReadOnlyList<Glyph> glyphs, IReadOnlyList<Stroke> strokes)
    {
        var rest = glyphs.ToList();
        var tables = new List<Line>();
        var lines = strokes.Where(s => s.IsLevel || s.IsUpright).ToList();
        foreach (var group in lines.Count > MostStrokes ? [] : Touching(lines))
        {
            var levels = Places(group.Where(s => s.IsLevel).Select(s => s.Middle));
            var uprights = Places(group.Where(s => s.IsUpright).Select(s => (s.Left + s.Right) / 2));
            if (levels.Count < 3 || uprights.Count < 3)
                continue;

            var inside = rest.Where(g => g.Middle > uprights[0] && g.Middle < uprights[^1]
                && g.Base > levels[0] - 1 && g.Base < levels[^1]).ToList();
            var rows = Rows(inside, levels, uprights, [.. group.Where(s => s.IsUpright)]).ToList();
            if (rows.Count < 2)
                continue;

            tables.Add(Line.Table(string.Join('\n', rows), uprights[0], uprights[^1], levels[^1]));
            rest.RemoveAll(inside.Contains);
        }

        return (tables, rest);
    }

    private static IEnumerable<string> Rows(List<Glyph> glyphs, List<double> levels, List<double> uprights, List<Stroke> walls)
    {
        for (var row = levels.Count - 1; row > 0; row--)
        {
            var (low, high) = (levels[row - 1], levels[row]);
            var middle = (low + high) / 2;
            var cells = Enumerable.Repeat("", uprights.Count - 1).ToArray();
            var first = 0;
            for (var column = 1; column < uprights.Count; column++)
            {
                var isWall = column == uprights.Count - 1 || walls.Exists(w =>
                    Math.Abs(((w.Left + w.Right) / 2) - uprights[column]) < 2 && w.Bottom < middle && w.Top > middle);
                if (!isWall)
                    continue;
                cells[first] = Cell(glyphs.Where(g =>
                    g.Middle > uprights[first] && g.Middle < uprights[column] && g.Base >= low - 0.5 && g.Base < high - 0.5));
                first = column;
            }

            if (cells.Any(c => c.Length > 0))
                yield return string.Join(" | ", cells);
        }
    }

    private static string Cell(IEnumerable<Glyph> glyphs)
    {
        var lines = LineMaker.Make([.. glyphs]).OrderByDescending(l => Math.Round(l.Base)).ThenBy(l => l.Left);
        return Hyphens.Join(lines.Select(l => l.Text), null).Replace(" | ", " / ").Trim();
    }

    private static List<double> Places(IEnumerable<double> places)
    {
        var found = new List<double>();
        foreach (var place in places.Order())
        {
            if (found.Count == 0 || place - found[^1] > 3)
                found.Add(place);
        }

        return found;
    }

    private static IEnumerable<List<Stroke>> Touching(List<Stroke> strokes)
    {
        var left = strokes.OrderByDescending(s => s.Top).ToList();
        while (left.Count > 0)
        {
            var group = new List<Stroke> { left[0] };
            left.RemoveAt(0);
            for (var i = 0; i < group.Count; i++)
            {
                var one = group[i];
                var next = left.Where(s => AreTouching(one, s)).ToList();
                group.AddRange(next);
                left.RemoveAll(next.Contains);
            }

            yield return group;
        }
    }

    private static bool AreTouching(Stroke one, Stroke other) =>
        one.Left - Touch <= other.Right && other.Left - Touch <= one.Right
        && one.Bottom - Touch <= other.Top && other.Bottom - Touch <= one.Top;
}
