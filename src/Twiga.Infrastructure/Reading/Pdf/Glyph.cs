namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>A letter, or a fraction or root that was folded into one, in points from the lower left corner of the page.</summary>
/// <param name="Text">What it stands for; LaTeX where it was folded.</param>
/// <param name="Base">The height of its baseline.</param>
/// <param name="Size">The size of its font.</param>
internal readonly record struct Glyph(
    string Text, double Left, double Right, double Base, double Size, bool IsBold, bool IsMaths, bool IsFolded, string Font)
{
    public double Middle => (Left + Right) / 2;

    public bool IsSpace => string.IsNullOrWhiteSpace(Text);
}

/// <summary>A thin line or a box on the page.</summary>
internal readonly record struct Stroke(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public double Middle => (Bottom + Top) / 2;

    public bool IsLevel => Height <= 2 && Width >= 3;

    public bool IsUpright => Width <= 2 && Height >= 3;

    /// <summary>The size of the dot before a list item.</summary>
    public bool IsDot => Width is > 1 and < 7 && Height is > 1 and < 7 && Math.Abs(Width - Height) < 1;
}

/// <summary>A page as it lies in the file, before anything is made of it.</summary>
/// <param name="Index">Its place in the file, from 1.</param>
/// <param name="Label">The number that the file says is printed on it.</param>
internal sealed record Sheet(
    int Index, int? Label, double Width, double Height, IReadOnlyList<Glyph> Glyphs, IReadOnlyList<Stroke> Strokes, bool HasPicture);
