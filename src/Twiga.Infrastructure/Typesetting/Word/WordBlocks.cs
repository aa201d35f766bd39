using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Doc = Twiga.Domain.Documents;
using Math = DocumentFormat.OpenXml.Math;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>What stands below one another, as paragraphs and tables.</summary>
internal static class WordBlocks
{
    private const int LabelLeast = 425;
    private const int LabelSign = 115;
    private const int LineApart = 8 * WordParagraph.Millimetre;

    public static IEnumerable<OpenXmlElement> Write(IReadOnlyList<Doc.Block> blocks, WordPlace place) =>
        blocks.SelectMany((b, i) => Write(b, i == 0 ? place : place.Plain));

    private static IEnumerable<OpenXmlElement> Write(Doc.Block block, WordPlace place) => block switch
    {
        Doc.Heading heading => [Heading(heading)],
        Doc.Paragraph paragraph => [WordParagraph.Write(place, WordText.Write(paragraph.Text, Letters(place)), paragraph.Alignment)],
        Doc.Items items => items.All.SelectMany((item, i) => Item(item, Width(items), i == 0 ? place : place.Plain)),
        Doc.Bullets bullets => bullets.All.SelectMany(b => Write(b, Labelled(place.Plain, "•", place.Small ? LabelLeast / 2 : LabelLeast))),
        Doc.Options options => WordChoices.Options(options, place),
        Doc.Matching matching => [WordChoices.Matching(matching, place), Gap()],
        Doc.Table table => [Table(table, place), Gap()],
        Doc.Formula formula => [Displayed(Aligned.Join(formula.Latex))],
        Doc.AnswerLines lines => Enumerable.Range(0, lines.Count).Select(_ => Ruled(place)),
        Doc.AnswerSpace space => [Space(space.Millimetres)],
        Doc.Box box => [Box(box, place), Gap()],
        Doc.CodeLines code => [WordParagraph.Write(place, [WordText.Run(code.Lines, new WordText.Style(Face: WordText.Style.Monospaced, Size: 19))])],
        Doc.Fields fields => [WordChoices.Fields(fields.All, fields.Columns, place), Gap()],
        Doc.Rule => [WordParagraph.Rule(6)],
        Doc.PageBreak => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        _ => throw new ArgumentException($"Unknown block: {block.GetType().Name}."),
    };

    public static WordText.Style Letters(WordPlace place) => place.Small ? new(Size: 17) : default;

    public static WordPlace Labelled(WordPlace place, string label, int width) =>
        place with { Left = place.Left + width, Labels = [.. place.Labels, new WordLabel(label, width)] };

    public static int Width(Doc.Items items) =>
        items.All.Select(i => (i.Label.Length * LabelSign) + LabelSign).Append(LabelLeast).Max();

    public static Paragraph Gap() => new(new ParagraphProperties(
        new SpacingBetweenLines { Before = "0", After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact }));

    private static List<OpenXmlElement> Item(Doc.Item item, int width, WordPlace outer)
    {
        var (place, written) = (Labelled(outer, item.Label, width), new List<OpenXmlElement>());
        // What is left to write on comes after the marks.
        var last = item.Blocks.Count;
        while (last > 0 && item.Blocks[last - 1] is Doc.AnswerLines or Doc.AnswerSpace)
            last--;
        var marked = item.Marks is not null && last > 0 && item.Blocks[last - 1] is Doc.Paragraph;
        if (item.Blocks is not [Doc.Paragraph or Doc.Items, ..])
        {
            written.Add(WordParagraph.Write(place, []));
            place = place.Plain;
        }

        for (var i = 0; i < item.Blocks.Count; i++)
        {
            if (i == last && item.Marks is not null && !marked)
                AddBelow(written, [Marks(place, item.Marks)]);
            if (i == last - 1 && marked)
            {
                var words = (Doc.Paragraph)item.Blocks[i];
                written.Add(WordParagraph.Write(place, WordText.Write(words.Text), words.Alignment, item.Marks));
            }
            else if (i == last)
                AddBelow(written, Write(item.Blocks[i], place));
            else
                written.AddRange(Write(item.Blocks[i], place));

            place = place.Plain;
        }

        if (last == item.Blocks.Count && item.Marks is not null && !marked)
            AddBelow(written, [Marks(place, item.Marks)]);
        return written;
    }

    /// <summary>Marks and room to write stay on the page of the words above them.</summary>
    private static void AddBelow(List<OpenXmlElement> written, IEnumerable<OpenXmlElement> below)
    {
        if (written is [.., Paragraph { ParagraphProperties: { KeepNext: null } words }])
            words.PrependChild(new KeepNext());
        written.AddRange(below);
    }

    private static Paragraph Marks(WordPlace place, string marks) =>
        WordParagraph.Write(place.Plain, [WordText.Run(marks, new WordText.Style(Bold: true))], Doc.Alignment.End);

    private static Paragraph Heading(Doc.Heading heading) => new(
        [
            new ParagraphProperties(
                new KeepNext(),
                new SpacingBetweenLines { Before = "240", After = "120" },
                new Justification { Val = heading.Level == 1 ? JustificationValues.Center : JustificationValues.Left },
                new OutlineLevel { Val = System.Math.Clamp(heading.Level - 1, 0, 8) }),
            .. WordText.Write(heading.Text, new WordText.Style(Bold: true)),
        ]);

    private static Paragraph Displayed(string latex) => new(
        new ParagraphProperties(new SpacingBetweenLines { Before = "60", After = "120" }), new Math.Paragraph(WordMath.Read(latex)));

    private static Paragraph Ruled(WordPlace place) => new(new ParagraphProperties(
        new ParagraphBorders(
            new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 1 },
            new BetweenBorder { Val = BorderValues.Single, Size = 4, Space = 1 }),
        new SpacingBetweenLines { Before = "0", After = "0", Line = $"{LineApart}", LineRule = LineSpacingRuleValues.Exact },
        new Indentation { Left = $"{place.Left}" }));

    // space before a paragraph is lost where it begins a page; a line of that height is not
    private static Paragraph Space(int millimetres) => new(new ParagraphProperties(new SpacingBetweenLines
    {
        Before = "0",
        After = "0",
        Line = $"{System.Math.Clamp(millimetres, 1, 250) * WordParagraph.Millimetre}",
        LineRule = LineSpacingRuleValues.Exact,
    }));

    private static Table Box(Doc.Box box, WordPlace place)
    {
        var table = WordTable.Frame(place, [1], lines: true);
        var inside = WordTable.Inside(place.Right - place.Left, place.Small);
        List<OpenXmlElement> content = [.. Write(box.Blocks, inside)];
        if (box.Title is not null)
            content.Insert(0, WordParagraph.Write(inside, WordText.Write(box.Title, new WordText.Style(Bold: true))));
        table.Append(new TableRow(WordTable.Cell(place.Right - place.Left, 1, content)));
        return table;
    }

    private static Table Table(Doc.Table table, WordPlace place)
    {
        var count = table.Rows.Append(table.Head).Select(r => r.Sum(c => c.Columns)).Append(1).Max();
        var shares = table.Widths.Count == count ? table.Widths : [.. Enumerable.Repeat(1.0, count)];
        var frame = WordTable.Frame(place, shares, lines: true);
        var widths = WordTable.Widths(place, shares);
        if (table.Head.Count > 0)
            frame.Append(Row(table.Head, widths, table.Small, head: true));
        foreach (var row in table.Rows.Where(r => r.Count > 0))
            frame.Append(Row(row, widths, table.Small, head: false));
        if (!frame.Elements<TableRow>().Any())
            frame.Append(Row([""], widths, table.Small, head: false));
        return frame;
    }

    private static TableRow Row(IReadOnlyList<Doc.Cell> cells, IReadOnlyList<int> widths, bool small, bool head)
    {
        var row = new TableRow(new TableRowProperties(head ? [new CantSplit(), new TableHeader()] : [new CantSplit()]));
        var at = 0;
        foreach (var cell in cells)
        {
            var width = widths.Skip(at).Take(cell.Columns).Sum();
            at += cell.Columns;
            row.Append(WordTable.Cell(width, cell.Columns, Content(cell, WordTable.Inside(width, small), head)));
        }

        return row;
    }

    private static IEnumerable<OpenXmlElement> Content(Doc.Cell cell, WordPlace inside, bool head) =>
        cell.Blocks is [Doc.Paragraph only]
            ? [WordParagraph.Write(inside with { Small = true }, WordText.Write(only.Text, Letters(inside) with { Bold = head }), cell.Alignment)]
            : Write(cell.Blocks, inside);
}
