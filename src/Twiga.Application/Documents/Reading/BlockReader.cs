using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Twiga.Domain.Documents;
using Grid = Markdig.Extensions.Tables;
using Marked = Markdig.Syntax.Block;
using Piece = Twiga.Domain.Documents.Block;

namespace Twiga.Application.Documents;

/// <summary>Reads paragraphs, lists, tables and the rest, one below the other.</summary>
internal sealed class BlockReader(HeldFormulas held)
{
    // Nobody means more as markup, and nested deeper it would not fit on a page.
    private const int Deepest = 5;
    private readonly InlineReader _inlines = new(held);

    public IReadOnlyList<Piece> Read(ContainerBlock container, int depth = 0) =>
        [.. container.SelectMany(block => Read(block, depth))];

    private IEnumerable<Piece> Read(Marked block, int depth) => block switch
    {
        _ when depth > Deepest => block.Descendants<LeafBlock>().Select(l => new Paragraph(_inlines.Read(l.Inline))),
        HeadingBlock heading => [new Heading(_inlines.Read(heading.Inline), heading.Level <= 2 ? 2 : 3)],
        ParagraphBlock paragraph => Paragraph(paragraph),
        ListBlock list => [List(list, depth)],
        QuoteBlock quote => [new Box(Read(quote, depth + 1))],
        CodeBlock code => [new CodeLines(held.Source(code.Lines.ToString()))],
        Grid.Table table => [Table(table, depth)],
        ThematicBreakBlock => [new Rule()],
        LinkReferenceDefinitionGroup => [],
        ContainerBlock container => Read(container, depth + 1),
        LeafBlock leaf => [new Paragraph(_inlines.Read(leaf.Inline))],
        _ => [],
    };

    private IReadOnlyList<Piece> Paragraph(ParagraphBlock paragraph)
    {
        var plain = string.Concat(paragraph.Inline?.Select(Plain) ?? []);
        return held.Alone(plain) is { } formulas
            ? [new Formula(formulas)]
            : OptionLines.Split(_inlines.Read(paragraph.Inline));
    }

    private static string Plain(Markdig.Syntax.Inlines.Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => "\n",
        _ => "?",
    };

    private Piece List(ListBlock list, int depth)
    {
        if (!list.IsOrdered)
            return new Bullets([.. list.OfType<ListItemBlock>().Select(i => Read(i, depth + 1))]);
        return new Items([.. NumberedList.Read(list).Select(e => new Item(Label(e.Number, list), Read(e.Entry, depth + 1)))]);
    }

    private static string Label(int number, ListBlock list) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}{list.OrderedDelimiter}");

    private Table Table(Grid.Table table, int depth)
    {
        var rows = table.OfType<Grid.TableRow>()
            .Select(r => (IReadOnlyList<Cell>)[.. r.OfType<Grid.TableCell>().Select(c => new Cell(Read(c, depth + 1)))])
            .Where(r => r.Count > 0)
            .ToList();
        var hasHead = table.OfType<Grid.TableRow>().FirstOrDefault() is { IsHeader: true } && rows.Count > 1;
        return new Table { Head = hasHead ? rows[0] : [], Rows = hasHead ? rows[1..] : rows };
    }
}
