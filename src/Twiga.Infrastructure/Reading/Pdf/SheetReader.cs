using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Takes letters and lines from a page; what is printed across it, as watermarks are, is left out.</summary>
internal static partial class SheetReader
{
    public static Sheet Read(Page page, int? label)
    {
        var glyphs = new List<Glyph>(page.Letters.Count);
        foreach (var letter in page.Letters)
        {
            if (letter.TextOrientation == TextOrientation.Horizontal && letter.Value.Length > 0)
                glyphs.Add(Of(letter));
        }

        return new Sheet(page.Number, label, page.Width, page.Height, Distinct(glyphs), Strokes(page), page.NumberOfImages > 0);
    }

    private static Glyph Of(Letter letter)
    {
        var font = letter.FontName ?? "";
        var start = Math.Min(letter.StartBaseLine.X, letter.EndBaseLine.X);
        var end = Math.Max(letter.StartBaseLine.X, letter.EndBaseLine.X);
        var isMaths = MathsFont().IsMatch(font) || IsMathsLetter(letter.Value);
        return new Glyph(
            letter.Value.Normalize(NormalizationForm.FormC), start, end, letter.StartBaseLine.Y,
            Math.Max(1, letter.PointSize), BoldFont().IsMatch(font), isMaths, false, font);
    }

    private static bool IsMathsLetter(string value) => Rune.TryGetRuneAt(value, 0, out var rune) && Letters.IsMaths(rune);

    /// <summary>Bold letters are sometimes the same letter printed twice, a hair apart.</summary>
    private static List<Glyph> Distinct(List<Glyph> glyphs)
    {
        var kept = new List<Glyph>(glyphs.Count);
        foreach (var glyph in glyphs)
        {
            var isDouble = false;
            for (var i = Math.Max(0, kept.Count - 3); i < kept.Count && !isDouble; i++)
                isDouble = AreOne(kept[i], glyph);
            if (!isDouble)
                kept.Add(glyph);
        }

        return kept;
    }

    private static bool AreOne(Glyph one, Glyph other) =>
        one.Text == other.Text && !one.IsSpace && one.Right - one.Left > 0.2 * one.Size
        && Math.Abs(one.Left - other.Left) < 0.15 * one.Size && Math.Abs(one.Base - other.Base) < 0.5;

    private static List<Stroke> Strokes(Page page)
    {
        var strokes = new List<Stroke>();
        foreach (var path in page.Paths)
        {
            if (path.IsClipping || !(path.IsFilled || path.IsStroked) || path.GetBoundingRectangle() is not { } box)
                continue;
            var whole = new Stroke(box.Left, box.Bottom, box.Right, box.Top);
            if (whole.IsLevel || whole.IsUpright || whole.IsDot)
                strokes.Add(whole);
            else if (path.IsStroked)
                strokes.AddRange(Sides(whole));
        }

        return strokes;
    }

    private static IEnumerable<Stroke> Sides(Stroke box) =>
    [
        box with { Top = box.Bottom }, box with { Bottom = box.Top }, box with { Right = box.Left }, box with { Left = box.Right },
    ];

    [GeneratedRegex("math|cmmi|cmsy|cmex|msam|msbm|symbol|mt-?extra|euclid", RegexOptions.IgnoreCase)]
    private static partial Regex MathsFont();

    [GeneratedRegex("bold|black|heavy|semib|demi|cmbx|-bd|,bd", RegexOptions.IgnoreCase)]
    private static partial Regex BoldFont();
}
