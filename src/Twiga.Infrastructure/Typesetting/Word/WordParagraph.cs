using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Doc = Twiga.Domain.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>A place on the page in twentieths of a point: the indentation, the right margin, the labels still to print.</summary>
internal readonly record struct WordPlace(int Left, int Right, IReadOnlyList<WordLabel> Labels, bool Small = false)
{
    public WordPlace Plain => this with { Labels = [] };
}

internal readonly record struct WordLabel(string Text, int Width);

internal static class WordParagraph
{
    public const int Millimetre = 57;
    private const int After = 100;
    private const char NoBreak = '\u00A0';

    /// <summary>The labels of the place hang in the margin of its first line; marks stand at the right margin.</summary>
    public static Paragraph Write(WordPlace place, IEnumerable<OpenXmlElement> content, Doc.Alignment side = default, string? marks = null)
    {
        var tabs = new Tabs();
        var at = place.Left - place.Labels.Sum(l => l.Width);
        foreach (var label in place.Labels)
            tabs.Append(new TabStop { Val = TabStopValues.Left, Position = at += label.Width });
        if (marks is not null)
            tabs.Append(new TabStop { Val = TabStopValues.Right, Position = place.Right });
        var properties = new ParagraphProperties();
        if (tabs.HasChildren)
            properties.Append(tabs);
        properties.Append(
            new SpacingBetweenLines { After = $"{(place.Small ? After / 3 : After)}" },
            new Indentation { Left = $"{place.Left}", Hanging = $"{place.Labels.Sum(l => l.Width)}" },
            new Justification { Val = Side(side) });
        var paragraph = new Paragraph(properties);
        foreach (var label in place.Labels)
            paragraph.Append(WordText.Run(label.Text), WordText.Tab());
        paragraph.Append(content);
        if (marks is not null)
            paragraph.Append(WordText.Tab(), WordText.Run(marks.Replace(' ', NoBreak), new WordText.Style(Bold: true)));
        return paragraph;
    }

    public static Paragraph Rule(int size) => new(new ParagraphProperties(
        new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = (uint)size, Space = 1 }),
        new SpacingBetweenLines { Before = "0", After = "120", Line = "60", LineRule = LineSpacingRuleValues.Exact }));

    public static JustificationValues Side(Doc.Alignment side) => side switch
    {
        Doc.Alignment.Centre => JustificationValues.Center,
        Doc.Alignment.End => JustificationValues.Right,
        _ => JustificationValues.Left,
    };
}
