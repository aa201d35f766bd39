using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Doc = Twiga.Domain.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>Things side by side: options, lists to match, labels with their values.</summary>
internal static class WordChoices
{
    private const int Letter = 370;
    private const int Label = 500;
    private const int Sign = 115;

    public static IEnumerable<OpenXmlElement> Options(Doc.Options options, WordPlace place)
    {
        if (options.All.Count == 0)
            yield break;
        var longest = options.All.Max(o => (Length(o.Text.Inlines) * Sign) + (2 * Letter));
        int[] counts = options.All.Count == 4 ? [4, 2] : [options.All.Count, 3, 2];
        var columns = counts.FirstOrDefault(n => longest * n <= place.Right - place.Left, 1);
        if (columns == 1)
        {
            foreach (var option in options.All)
                yield return Entry(option, place.Plain, Letter);
            yield break;
        }

        foreach (var row in options.All.Chunk(columns))
            yield return Line(row, (place.Right - place.Left) / columns, place);
    }

    public static Table Matching(Doc.Matching matching, WordPlace place)
    {
        var table = WordTable.Frame(place, [1, 1], lines: true);
        var width = (place.Right - place.Left) / 2;
        var inside = WordTable.Inside(width, false);
        TableCell Head(Doc.Text title)
        {
            var words = WordParagraph.Write(inside, WordText.Write(title, new WordText.Style(Bold: true)), Doc.Alignment.Centre);
            words.ParagraphProperties!.PrependChild(new KeepNext());
            return WordTable.Cell(width, 1, [words]);
        }

        TableCell List(Doc.MatchingList list) => WordTable.Cell(width, 1, list.Entries.Select(e => Entry(e, inside, Label)));
        table.Append(
            new TableRow(Head(matching.Left.Title), Head(matching.Right.Title)),
            new TableRow(new TableRowProperties(new CantSplit()), List(matching.Left), List(matching.Right)));
        return table;
    }

    public static Table Fields(IReadOnlyList<Doc.Field> fields, int columns, WordPlace place)
    {
        columns = Math.Max(1, columns);
        var table = WordTable.Frame(place, [.. Enumerable.Repeat(1.0, columns)], lines: false);
        var width = (place.Right - place.Left) / columns;
        foreach (var row in fields.Chunk(columns).DefaultIfEmpty([]))
        {
            var line = new TableRow();
            for (var i = 0; i < columns; i++)
                line.Append(WordTable.Cell(width, 1, i < row.Length ? [Field(row[i], WordTable.Inside(width, false))] : []));
            table.Append(line);
        }

        return table;
    }

    private static Paragraph Field(Doc.Field field, WordPlace inside) => WordParagraph.Write(
        inside,
        [
            .. WordText.Write(field.Label, new WordText.Style(Bold: true)),
            WordText.Run(" "),
            .. field.Value.IsEmpty
                ? [WordText.Run(new string('_', Math.Clamp((inside.Right / Sign) - Length(field.Label.Inlines) - 3, 3, 60)))]
                : WordText.Write(field.Value),
        ]);

    private static Paragraph Entry(Doc.Option option, WordPlace place, int width) =>
        WordParagraph.Write(WordBlocks.Labelled(place, option.Letter, width), WordText.Write(option.Text));

    private static Paragraph Line(Doc.Option[] options, int width, WordPlace place)
    {
        var tabs = new Tabs();
        var content = new List<OpenXmlElement>();
        for (var i = 0; i < options.Length; i++)
        {
            if (i > 0)
            {
                tabs.Append(new TabStop { Val = TabStopValues.Left, Position = place.Left + (i * width) });
                content.Add(WordText.Tab());
            }

            tabs.Append(new TabStop { Val = TabStopValues.Left, Position = place.Left + (i * width) + Letter });
            content.AddRange([WordText.Run(options[i].Letter), WordText.Tab(), .. WordText.Write(options[i].Text)]);
        }

        var paragraph = WordParagraph.Write(place.Plain, content);
        paragraph.ParagraphProperties!.PrependChild(tabs);
        return paragraph;
    }

    private static int Length(IReadOnlyList<Doc.Inline> inlines) => inlines.Sum(i => i switch
    {
        Doc.Words words => words.Value.Length,
        Doc.Code code => code.Value.Length,
        Doc.Maths maths => maths.Latex.Length,
        Doc.Bold bold => Length(bold.Inlines),
        Doc.Italic italic => Length(italic.Inlines),
        Doc.Underlined underlined => Length(underlined.Inlines),
        _ => 1,
    });
}
