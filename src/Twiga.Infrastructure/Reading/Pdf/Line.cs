namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Letters that stand on one baseline beside each other, with what is raised and lowered among them.</summary>
internal sealed class Line
{
    /// <summary>As many letters may a marker before a list item have.</summary>
    private const int MostOfMarker = 8;

    /// <summary>Where the first letters begin; all glyphs of a book would fill the memory.</summary>
    private readonly List<(int Letters, double Left)> _starts = [];

    public Line(IEnumerable<Glyph> glyphs)
    {
        var sorted = glyphs.OrderBy(g => g.Left).ToList();
        var seen = sorted.Where(g => !g.IsSpace).ToList();
        Left = seen.Min(g => g.Left);
        Right = seen.Max(g => g.Right);
        Size = seen.TrueForAll(g => g.IsMaths) ? Math.Round(seen.Max(g => g.Size), 1) : UsualSize(seen);
        Base = seen.Where(g => Math.Abs(g.Size - Size) < 0.3).GroupBy(g => Math.Round(g.Base)).MaxBy(g => g.Count())!.First().Base;
        IsBold = seen.Count(g => g.IsBold) > 0.9 * seen.Count;
        Font = seen.GroupBy(g => g.Font).MaxBy(g => g.Count())!.Key;
        Text = LineText.Of(sorted, Base, Size);
        foreach (var glyph in seen.TakeWhile(_ => _starts.Count <= MostOfMarker))
            _starts.Add((glyph.Text.Length + (_starts.Count == 0 ? 0 : _starts[^1].Letters), glyph.Left));
    }

    /// <summary>Parts of a line with wide gaps between them.</summary>
    public Line(IReadOnlyList<Line> parts)
    {
        var main = parts.MaxBy(p => p.Text.Length)!;
        (Left, Right, Base, Size, Font) = (parts[0].Left, parts.Max(p => p.Right), main.Base, main.Size, main.Font);
        (IsBold, HasDot) = (parts.All(p => p.IsBold), parts[0].HasDot);
        Text = string.Join(' ', parts.Select(p => p.Text)).Replace("$ $", " ");
        var letters = 0;
        foreach (var part in parts)
        {
            _starts.AddRange(part._starts.Select(s => (letters + s.Letters, s.Left)));
            letters += part.Text.Count(c => c != ' ');
        }
    }

    private Line(string table, double left, double right, double top)
    {
        (Left, Right, Base, Text, IsTable, Font) = (left, right, top, table, true, "");
    }

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

    /// <summary>Where the letter begins that follows so many others.</summary>
    public double LeftAfter(int letters) =>
        _starts.Zip(_starts.Skip(1)).Where(p => p.First.Letters >= letters).Select(p => (double?)p.Second.Left).FirstOrDefault() ?? Left;

    private static double UsualSize(List<Glyph> glyphs) => glyphs.GroupBy(g => Math.Round(g.Size, 1))
        .MaxBy(g => g.Sum(l => l.Text.Length) * g.Key)!.Key;
}
