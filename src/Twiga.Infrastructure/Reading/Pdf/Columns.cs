namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>A part of a page that is read from top to bottom.</summary>
internal sealed record Column(double Left, double Right, IReadOnlyList<Line> Lines);

/// <summary>Puts the lines of a page in reading order: down a column, then down the next.</summary>
internal static class Columns
{
    private const int LeastLines = 5;

    public static IEnumerable<Column> Order(IReadOnlyList<Line> lines)
    {
        var sorted = lines.OrderByDescending(l => l.Base).ToList();
        if (Gutter(sorted) is not { } gutter)
            return sorted.Count == 0 ? [] : [Of(sorted)];

        var (left, right) = (sorted.Min(l => l.Left), sorted.Max(l => l.Right));
        return Bands(sorted, gutter).SelectMany(band => IsParted(band, gutter, left, right)
            ? Order([.. band.Where(l => l.Right <= gutter)]).Concat(Order([.. band.Where(l => l.Right > gutter)]))
            : [Of(band)]);
    }

    private static Column Of(List<Line> lines) => new(lines.Min(l => l.Left), lines.Max(l => l.Right), LooseTables.Find(Rows(lines)));

    /// <summary>Lines on one height, from left to right.</summary>
    private static List<List<Line>> Rows(List<Line> lines)
    {
        var rows = new List<List<Line>>();
        foreach (var line in lines)
        {
            if (rows.Count == 0 || rows[^1][0].IsTable || line.IsTable || rows[^1][0].Base - line.Base > 0.25 * line.Size)
                rows.Add([]);
            rows[^1].Add(line);
        }

        return [.. rows.Select(r => r.OrderBy(l => l.Left).ToList())];
    }

    /// <summary>Where most lines stand on either side and neither side is only the first column of a table.</summary>
    private static double? Gutter(List<Line> lines)
    {
        if (lines.Count < 2 * LeastLines)
            return null;

        var (left, right) = (lines.Min(l => l.Left), lines.Max(l => l.Right));
        var best = (Count: 0, First: 0d, Last: 0d);
        for (var x = left + (0.2 * (right - left)); x < left + (0.8 * (right - left)); x += 1.5)
        {
            if (lines.Count(l => l.Left < x && l.Right > x) > lines.Count - (2 * LeastLines))
                continue;
            var count = Bands(lines, x).Where(b => IsParted(b, x, left, right)).Sum(b => b.Count);
            if (count > best.Count)
                best = (count, x, x);
            else if (count > 0 && count == best.Count)
                best = best with { Last = x };
        }

        return best.Count > 0 ? (best.First + best.Last) / 2 : null;
    }

    private static IEnumerable<List<Line>> Bands(List<Line> lines, double gutter)
    {
        var band = new List<Line>();
        var wasCrossing = false;
        foreach (var line in lines)
        {
            var isCrossing = line.Left < gutter && line.Right > gutter;
            if (band.Count > 0 && isCrossing != wasCrossing)
            {
                yield return band;
                band = [];
            }

            wasCrossing = isCrossing;
            band.Add(line);
        }

        if (band.Count > 0)
            yield return band;
    }

    private static bool IsParted(List<Line> band, double gutter, double left, double right)
    {
        if (band.Count < 2 * LeastLines)
            return false;
        var before = band.Where(l => l.Right <= gutter).ToList();
        var after = band.Where(l => l.Left >= gutter).ToList();
        return before.Count + after.Count == band.Count && IsFilled(before, gutter - left) && IsFilled(after, right - gutter);
    }

    private static bool IsFilled(List<Line> side, double width) =>
        side.Count >= LeastLines && side.Count(l => l.Width > 0.6 * width) >= 0.35 * side.Count;
}
