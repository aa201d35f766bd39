namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Puts glyphs together to lines; a gap wider than between words ends a line, so columns stay apart.</summary>
internal static class LineMaker
{
    public static List<Line> Make(IReadOnlyList<Glyph> glyphs)
    {
        var runs = Runs(glyphs);
        var groups = Enumerable.Range(0, runs.Count).ToArray();
        for (var i = 0; i < runs.Count; i++)
        {
            for (var j = i + 1; j < runs.Count; j++)
            {
                if (Belong(runs[i], runs[j]))
                    Join(groups, i, j);
            }
        }

        return [.. Enumerable.Range(0, runs.Count).GroupBy(i => Root(groups, i))
            .Select(g => g.SelectMany(i => runs[i].Glyphs).ToList())
            .Where(g => g.Exists(l => !l.IsSpace))
            .Select(g => new Line(g))];
    }

    /// <summary>What stands on exactly one height without a gap.</summary>
    private static List<Run> Runs(IReadOnlyList<Glyph> glyphs)
    {
        var runs = new List<Run>();
        foreach (var row in Rows(glyphs))
        {
            var part = new List<Glyph>();
            foreach (var glyph in row.OrderBy(g => g.Left))
            {
                if (part.Count > 0 && glyph.Left - part[^1].Right > 0.8 * Math.Max(glyph.Size, part[^1].Size))
                {
                    runs.Add(Run.Of(part));
                    part = [];
                }

                part.Add(glyph);
            }

            runs.Add(Run.Of(part));
        }

        return [.. runs.Where(r => !r.IsBlank)];
    }

    private static IEnumerable<List<Glyph>> Rows(IReadOnlyList<Glyph> glyphs)
    {
        var row = new List<Glyph>();
        foreach (var glyph in glyphs.OrderBy(g => g.Base))
        {
            if (row.Count > 0 && glyph.Base - row[0].Base > 0.6)
            {
                yield return row;
                row = [];
            }

            row.Add(glyph);
        }

        if (row.Count > 0)
            yield return row;
    }

    private static bool Belong(Run one, Run other)
    {
        var (big, small) = one.Size >= other.Size ? (one, other) : (other, one);
        var gap = Math.Max(one.Left, other.Left) - Math.Min(one.Right, other.Right);
        var rise = Math.Abs(one.Base - other.Base);
        if (rise <= 0.7)
            return gap <= 0.8 * big.Size;

        // what is raised behind a tall bracket is raised further
        var most = small.Base > big.Base && small.IsMaths && small.Width < 2 * big.Size ? 0.95 : 0.62;
        return small.Size < 0.88 * big.Size && rise < most * big.Size && gap < 0.5 * big.Size && gap > -small.Width - big.Size
            && !(small.Width > 0.5 * big.Width && small.Width > 6 * big.Size);
    }

    private static void Join(int[] groups, int one, int other) => groups[Root(groups, other)] = Root(groups, one);

    private static int Root(int[] groups, int of)
    {
        while (groups[of] != of)
            of = groups[of] = groups[groups[of]];
        return of;
    }

    private sealed record Run(IReadOnlyList<Glyph> Glyphs, double Left, double Right, double Base, double Size, bool IsMaths, bool IsBlank)
    {
        public double Width => Right - Left;

        public static Run Of(List<Glyph> glyphs)
        {
            var seen = glyphs.Where(g => !g.IsSpace).ToList();
            var size = seen.Count == 0 ? 1 : seen.Max(g => g.Size);
            return new Run(glyphs, glyphs.Min(g => g.Left), glyphs.Max(g => g.Right), glyphs[0].Base, size, seen.TrueForAll(g => g.IsMaths), seen.Count == 0);
        }
    }
}
