namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Makes one glyph of each fraction and each root, so that a formula is one line of glyphs.</summary>
internal static class Folding
{
    public static List<Glyph> Fold(IReadOnlyList<Glyph> glyphs, IReadOnlyList<Stroke> strokes)
    {
        var all = glyphs.ToList();
        if (!all.Exists(g => g.IsMaths || g.Text == "√"))
            return all;

        foreach (var bar in strokes.Where(s => s.IsLevel && s.Width < 250).OrderBy(s => s.Width))
        {
            if (!FoldRoot(all, bar))
                FoldFraction(all, bar);
        }

        return all;
    }

    private static bool FoldRoot(List<Glyph> all, Stroke bar)
    {
        var sign = all.FindIndex(g =>
            g.Text == "√" && Math.Abs(g.Right - bar.Left) < 0.4 * g.Size && bar.Middle > g.Base && bar.Middle - g.Base < 2.5 * g.Size);
        if (sign < 0)
            return false;

        var root = all[sign];
        var under = all.Where(g => g != root && IsWithin(g, bar) && g.Base < bar.Middle && bar.Middle - g.Base < 1.5 * root.Size + 2).ToList();
        if (under.Count == 0)
            return false;

        var size = under.Max(g => g.Size);
        var level = under.First(g => g.Size >= size).Base;
        Replace(all, [.. under, root], root with
        {
            Text = $@"\sqrt{{{FormulaWriter.Latex(under)}}}",
            Right = bar.Right,
            Base = level,
            Size = size,
            IsFolded = true,
            IsMaths = true,
        });
        return true;
    }

    private static void FoldFraction(List<Glyph> all, Stroke bar)
    {
        var near = all.Where(g => g.IsMaths && IsWithin(g, bar)).ToList();
        var above = Reached(near, g => g.Base - bar.Bottom, 0.85);
        var below = Reached(near, g => bar.Bottom - g.Base, 1.3);
        if (above.Count == 0 || below.Count == 0)
            return;

        // a bar is as wide as the wider of both; a line below words is not
        var wider = Math.Max(Span(above), Span(below));
        if (bar.Width - wider > 0.8 * above[0].Size)
            return;

        var size = Math.Max(above.Max(g => g.Size), below.Max(g => g.Size));
        var beside = all.Where(g => !above.Contains(g) && !below.Contains(g) && !g.IsSpace
                && bar.Bottom - g.Base > 0 && bar.Bottom - g.Base < 0.45 * g.Size && Distance(g, bar) < 3 * g.Size)
            .OrderBy(g => Distance(g, bar)).Take(1).ToList();
        var folded = new Glyph(
            $@"\frac{{{FormulaWriter.Latex(above)}}}{{{FormulaWriter.Latex(below)}}}", bar.Left, bar.Right,
            beside.Count > 0 ? beside[0].Base : bar.Bottom - (0.2 * size), beside.Count > 0 ? beside[0].Size : size,
            false, true, true, above[0].Font);
        Replace(all, [.. above, .. below], folded);
    }

    /// <summary>What stands near the bar, and what is raised or lowered beside that.</summary>
    private static List<Glyph> Reached(List<Glyph> near, Func<Glyph, double> distance, double sizes)
    {
        var main = near.Where(g => distance(g) > 0 && distance(g) < (g.IsFolded ? sizes + 0.6 : sizes) * g.Size).ToList();
        if (main.Count == 0)
            return main;
        var size = main.Max(g => g.Size);
        return [.. near.Where(g => distance(g) > 0 && (main.Contains(g) || (g.Size < 0.88 * size && distance(g) < (sizes + 0.5) * size)))];
    }

    private static double Span(List<Glyph> glyphs) => glyphs.Max(g => g.Right) - glyphs.Min(g => g.Left);

    private static double Distance(Glyph glyph, Stroke bar) => Math.Max(0, Math.Max(bar.Left - glyph.Right, glyph.Left - bar.Right));

    private static bool IsWithin(Glyph glyph, Stroke bar) =>
        !glyph.IsSpace && glyph.Left >= bar.Left - 1 && glyph.Right <= bar.Right + 1;

    private static void Replace(List<Glyph> all, List<Glyph> parts, Glyph whole)
    {
        var at = all.IndexOf(parts[0]);
        var gone = parts.ToHashSet();
        var before = all.Take(at).Count(g => !gone.Contains(g));
        all.RemoveAll(gone.Contains);
        all.Insert(before, whole);
    }
}
