using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Twiga.Application.Curriculum;
using Block = Twiga.Application.Curriculum.Block;

namespace Twiga.Infrastructure.Reading;

/// <summary>Markdown with front matter, page comments, chapters as first and sections as second headings.</summary>
internal sealed class MarkdownFormat : IReadFormat
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter().UsePipeTables().UseGridTables().UseMathematics().Build();

    public IReadOnlyList<string> Extensions => [".md", ".markdown"];

    public BookText Read(byte[] content, CancellationToken cancellationToken)
    {
        var source = Utf8.Read(content);
        var document = Markdown.Parse(source, Pipeline);
        var facts = document.OfType<YamlFrontMatterBlock>().FirstOrDefault() is { } front
            ? FrontMatter.Read(front.Lines.ToString(), front.Line + 1)
            : new BookFacts();
        var walk = new MarkdownWalk(facts);
        foreach (var block in document)
            walk.Take(block);
        if (walk.Faults.Count > 0)
            throw new UnreadableFileException(walk.Faults);

        return new BookText(facts, walk.Blocks, []);
    }
}

/// <summary>Goes through a parsed document in order and keeps count of pages.</summary>
internal sealed partial class MarkdownWalk(BookFacts facts)
{
    private readonly List<Block> _blocks = [];
    private int? _page;

    public IReadOnlyList<Block> Blocks => _blocks;

    public List<string> Faults { get; } = [];

    public void Take(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Add(Headings.Read(MarkdownInlines.Text(heading.Inline), heading.Level));
                break;
            case HtmlBlock html:
                TakePage(html);
                break;
            case MathBlock formula:
                Add(BlockKind.Formula, $"$$ {formula.Lines.ToString().Trim()} $$");
                break;
            case Table table:
                Add(BlockKind.Table, string.Join('\n', table.OfType<TableRow>().Select(Row)));
                break;
            case ListBlock list:
                foreach (var (item, index) in list.OfType<ListItemBlock>().Select((item, index) => (item, index)))
                    TakeItem(list, item, index);
                break;
            case QuoteBlock when facts.IsSample && _blocks.Count == 0:
                break;
            case QuoteBlock quote:
                foreach (var child in quote)
                    Take(child);
                break;
            case ParagraphBlock paragraph when MarkdownInlines.LoneFormula(paragraph.Inline) is { } formula:
                Add(BlockKind.Formula, formula);
                break;
            case ParagraphBlock paragraph:
                var text = MarkdownInlines.Text(paragraph.Inline);
                Add(Captions.IsFigure(text) ? BlockKind.Caption : BlockKind.Paragraph, text);
                break;
            case CodeBlock code and not YamlFrontMatterBlock:
                Add(BlockKind.Paragraph, code.Lines.ToString());
                break;
        }
    }

    /// <summary>An item with the items below it; tables in it are blocks of their own, as everywhere.</summary>
    private void TakeItem(ListBlock list, ListItemBlock item, int index)
    {
        Add(BlockKind.ListItem, Item(list, item, index, 0));
        foreach (var table in item.Descendants<Table>())
            Take(table);
    }

    private void Add(BlockKind kind, string text) => Add(new Block(kind, text));

    private void Add(Block block)
    {
        if (block.Text.Length > 0)
            _blocks.Add(block with { PageFrom = _page, PageTo = _page });
    }

    private void TakePage(HtmlBlock html)
    {
        var text = html.Lines.ToString().Trim();
        if (!text.StartsWith("<!--", StringComparison.Ordinal) || !text.Contains("page"))
            return;

        if (!PageComment().Match(text).Groups[1].TryInt(out var page))
            Faults.Add($"line {html.Line + 1}: '{text}' is no page; a page is written <!-- page 12 -->.");
        else if (page <= _page)
            Faults.Add($"line {html.Line + 1}: page {page} comes after page {_page}.");
        else
            _page = page;
    }

    private static string Item(ListBlock list, ListItemBlock item, int index, int depth)
    {
        var indent = new string(' ', depth * 2);
        var first = int.TryParse(list.OrderedStart ?? list.DefaultOrderedStart, out var start) ? start : 1;
        var text = new StringBuilder(indent).Append(list.IsOrdered ? Label(list, first + index) : "- ");
        var fresh = true;
        foreach (var (kind, line) in item.SelectMany(b => Lines(b, depth + 1)))
        {
            if (!fresh)
                text.Append('\n').Append(kind == BlockKind.ListItem ? "" : indent + "  ");
            text.Append(line);
            fresh = false;
        }

        return text.ToString();
    }

    private static string Label(ListBlock list, int number) =>
        list.BulletType is 'a' or 'A' && number is > 0 and < 27 ? $"{(char)(list.BulletType + number - 1)}. " : $"{number}. ";

    private static IEnumerable<(BlockKind Kind, string Text)> Lines(Markdig.Syntax.Block block, int depth) => block switch
    {
        ListBlock list => list.OfType<ListItemBlock>().Select((i, n) => (BlockKind.ListItem, Item(list, i, n, depth))),
        MathBlock formula => [(BlockKind.Formula, $"$$ {formula.Lines.ToString().Trim()} $$")],
        Table => [],
        ContainerBlock container => container.SelectMany(b => Lines(b, depth)),
        ParagraphBlock paragraph => [(BlockKind.Paragraph, MarkdownInlines.Text(paragraph.Inline))],
        LeafBlock leaf and not HtmlBlock => [(BlockKind.Paragraph, leaf.Lines.ToString())],
        _ => [],
    };

    private static string Row(TableRow row) => string.Join(" | ", row.OfType<TableCell>()
        .Select(cell => string.Join(' ', cell.OfType<ParagraphBlock>().Select(p => MarkdownInlines.Text(p.Inline)))));

    [GeneratedRegex(@"^<!--\s*page\s+(\d{1,5})\s*-->$")]
    private static partial Regex PageComment();
}
