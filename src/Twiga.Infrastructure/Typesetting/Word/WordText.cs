using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Doc = Twiga.Domain.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>A line's pieces as runs.</summary>
internal static class WordText
{
    private const int CharactersAMillimetre = 2;

    public static IEnumerable<OpenXmlElement> Write(Doc.Text text, Style style = default) =>
        text.Inlines.SelectMany(i => Pieces(i, style));

    public static Run Run(string text, Style style = default)
    {
        var run = new Run();
        if (style.Properties() is { HasChildren: true } properties)
            run.Append(properties);
        foreach (var (line, at) in Clean(text).Split('\n').Select((l, i) => (l, i)))
        {
            if (at > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    public static Run Tab() => new(new TabChar());

    /// <summary>Without what XML cannot hold.</summary>
    public static string Clean(string text) => string.Concat(
        Printable.Only(text.ReplaceLineEndings("\n")).EnumerateRunes()
            .Where(r => r.Utf16SequenceLength > 1 || XmlConvert.IsXmlChar((char)r.Value)));

    private static IEnumerable<OpenXmlElement> Pieces(Doc.Inline inline, Style style) => inline switch
    {
        Doc.Words words => [Run(words.Value, style)],
        Doc.Bold bold => All(bold.Inlines, style with { Bold = true }),
        Doc.Italic italic => All(italic.Inlines, style with { Italic = true }),
        Doc.Underlined underlined => All(underlined.Inlines, style with { Underlined = true }),
        Doc.Raised raised => All(raised.Inlines, style with { Position = VerticalPositionValues.Superscript }),
        Doc.Lowered lowered => All(lowered.Inlines, style with { Position = VerticalPositionValues.Subscript }),
        Doc.Code code => [Run(code.Value, style with { Face = Style.Monospaced })],
        Doc.Maths maths => [WordMath.Read(maths.Latex)],
        Doc.Gap gap => [Run(new string('_', Math.Clamp(gap.Millimetres / CharactersAMillimetre, 3, 80)), style)],
        Doc.LineBreak => [new Run(new Break())],
        _ => throw new ArgumentException($"Unknown piece of a line: {inline.GetType().Name}."),
    };

    private static IEnumerable<OpenXmlElement> All(IReadOnlyList<Doc.Inline> inlines, Style style) =>
        inlines.SelectMany(i => Pieces(i, style));

    /// <summary>How letters look; the size is in half points.</summary>
    internal readonly record struct Style(
        bool Bold = false, bool Italic = false, bool Underlined = false, int? Size = null, string? Face = null,
        VerticalPositionValues? Position = null)
    {
        public const string Monospaced = "Courier New";

        public RunProperties Properties()
        {
            var properties = new RunProperties();
            if (Face is not null)
                properties.Append(new RunFonts { Ascii = Face, HighAnsi = Face, ComplexScript = Face });
            if (Bold)
                properties.Append(new Bold());
            if (Italic)
                properties.Append(new Italic());
            if (Size is { } size)
                properties.Append(new FontSize { Val = $"{size}" });
            if (Underlined)
                properties.Append(new Underline { Val = UnderlineValues.Single });
            if (Position is { } position)
                properties.Append(new VerticalTextAlignment { Val = position });
            return properties;
        }
    }
}
