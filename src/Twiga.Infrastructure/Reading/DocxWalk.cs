using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Twiga.Application.Curriculum;
using Math = DocumentFormat.OpenXml.Math;

namespace Twiga.Infrastructure.Reading;

/// <summary>Goes through the body of a Word document in order.</summary>
internal sealed partial class DocxWalk(DocxLists lists, IReadOnlyDictionary<string, string> styles)
{
    private readonly List<Block> _blocks = [];
    private int? _page;

    public IReadOnlyList<Block> Blocks => _blocks;

    public string? Title { get; private set; }

    public void Take(OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph paragraph:
                TakeParagraph(paragraph);
                break;
            case Table table:
                Add(BlockKind.Table, string.Join('\n', table.Elements<TableRow>().Select(Row)));
                break;
            case SdtBlock { SdtContentBlock: { } inner }:
                foreach (var child in inner.ChildElements)
                    Take(child);
                break;
        }
    }

    private void TakeParagraph(Paragraph paragraph)
    {
        if (paragraph.Descendants<LastRenderedPageBreak>().Any() || paragraph.Descendants<Break>().Any(IsPage))
            _page = (_page ?? 1) + 1;

        var text = Text(paragraph);
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id
            ? styles.GetValueOrDefault(id, id.ToLowerInvariant()) : "";
        if (text.Length == 0 || style.StartsWith("toc", StringComparison.Ordinal))
            return;

        if (style == "title")
            Title ??= text;
        else if (Heading().Match(style).Groups[1].TryInt(out var level))
            _blocks.Add(Headings.Read(text, level) with { PageFrom = _page, PageTo = _page });
        else if (lists.Next(paragraph.ParagraphProperties?.NumberingProperties) is { } item)
            AddItem(item.Level, item.Label, text);
        else
            Add(KindOf(paragraph, style, text), text);
    }

    /// <summary>What belongs to an item stays with it: the items below it and the paragraphs it goes on with.</summary>
    private void AddItem(int level, string label, string text)
    {
        var isPart = level > 0 || label.Length == 0;
        if (isPart && _blocks is [.., { Kind: BlockKind.ListItem } item])
            _blocks[^1] = item with { Text = $"{item.Text}\n{new string(' ', System.Math.Max(1, level) * 2)}{label}{text}", PageTo = _page };
        else
            Add(label.Length == 0 ? BlockKind.Paragraph : BlockKind.ListItem, label + text);
    }

    private void Add(BlockKind kind, string text)
    {
        if (text.Length > 0)
            _blocks.Add(new Block(kind, text, _page, _page));
    }

    private static BlockKind KindOf(Paragraph paragraph, string style, string text) =>
        style is "caption" or "image caption" ? (TableWord().IsMatch(text) ? BlockKind.Paragraph : BlockKind.Caption)
        : paragraph.Elements<Math.Paragraph>().Any() && !paragraph.Elements<Run>().Any(r => r.InnerText.Trim().Length > 0)
            ? BlockKind.Formula
            : Captions.IsFigure(text) ? BlockKind.Caption : BlockKind.Paragraph;

    private static string Row(TableRow row) => string.Join(" | ", row.Elements<TableCell>()
        .Select(cell => string.Join(' ', cell.Descendants<Paragraph>().Select(Text).Where(t => t.Length > 0))));

    private static string Text(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var child in paragraph.ChildElements)
            Append(child, text);
        return White().Replace(text.ToString(), " ").Trim();
    }

    private static void Append(OpenXmlElement element, StringBuilder text)
    {
        switch (element)
        {
            case Math.Paragraph display:
                foreach (var formula in display.Elements<Math.OfficeMath>())
                    text.Append("$$ ").Append(OfficeFormulas.Latex(formula)).Append(" $$");
                break;
            case Math.OfficeMath formula:
                text.Append('$').Append(OfficeFormulas.Latex(formula)).Append('$');
                break;
            case Text words:
                text.Append(words.Text);
                break;
            case TabChar or Break or CarriageReturn:
                text.Append(' ');
                break;
            case NoBreakHyphen:
                text.Append('-');
                break;
            case Run or Hyperlink or SdtRun or SdtContentRun or InsertedRun:
                foreach (var child in element.ChildElements)
                    Append(child, text);
                break;
        }
    }

    private static bool IsPage(Break sign) => sign.Type?.Value == BreakValues.Page;

    [GeneratedRegex(@"^heading (\d)$")]
    private static partial Regex Heading();

    [GeneratedRegex("^(table|jedwali)", RegexOptions.IgnoreCase)]
    private static partial Regex TableWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
