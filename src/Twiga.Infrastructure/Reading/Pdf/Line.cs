namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Letters that stand on one baseline beside each other, with what is raised and lowered among them.</summary>
internal sealed class Line
{
    private readonly List<Glyph> _glyphs;

    public Line(IEnumerable<Glyph> glyphs)
    {
        _glyphs = [.. glyphs.OrderBy(g => g.Left)];
        var seen = _glyphs.Where(g => !g.IsSpace).ToList();
        Left = seen.Min(g => g.Left);
        Right = seen.Max(g => g.Right);
        Size = seen.TrueForAll(g => g.IsMaths) ? Math.Round(seen.Max(g => g.Size), 1) : seen.GroupBy(g => Math.Round(g.Size, 1)).MaxBy(g => g.Sum(l => l.Text.Length) * g.Key)!.Key;
        Base = seen.Where(g => Math.Abs(g.Size - Size) < 0.3).GroupBy(g => Math.Round(g.Base)).MaxBy(g => g.Count())!.First().Base;
        IsBold = seen.Count(g => g.IsBold) > 0.9 * seen.Count;
        Font = seen.GroupBy(g => g.Font).MaxBy(g => g.Count())!.Key;
        Text = LineText.Of(_glyphs, Base, Size);
    }

    private Line(string table, double left, double right, double top)
    {
        (_glyphs, Left, Right, Base, Text, IsTable, Font) = ([], left, right, top, table, true, "");
    }

    public IReadOnlyList<Glyph> Glyphs => _glyphs;

    public double Left { get; }

    public double Right { get; }

    public double Base { get; }

    public double Size { get; }

    public bool IsBold { get; }

    public bool IsTable { get; }

    public string Font { get; }

    public string Text { get; }

    /// <summary>Whether a dot is drawn before it.</summary>
    public bool HasDot { get; set; }

    public double Width => Right - Left;

    public bool IsFormula => Text.Length > 2 && Text[0] == '$' && Text.IndexOf('$', 1) == Text.Length - 1;

    public static Line Table(string rows, double left, double right, double top) => new(rows, left, right, top);
}
