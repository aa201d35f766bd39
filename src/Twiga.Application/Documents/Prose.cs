using Twiga.Domain.Documents;

namespace Twiga.Application.Documents;

/// <summary>Reads what a model wrote, Markdown with LaTeX formulas, as parts of a document. Never throws.</summary>
internal static class Prose
{
    /// <summary>A question, an option or a point: styles, formulas and line breaks; "1." and "-" stay as they are.</summary>
    public static Text Line(string markdown)
    {
        var held = HeldFormulas.From(markdown.Trim());
        var pieces = new List<Inline>();
        foreach (var paragraph in MarkdownText.ParseLines(held.Markdown).OfType<Markdig.Syntax.LeafBlock>())
        {
            if (pieces.Count > 0)
                pieces.Add(new LineBreak());
            pieces.AddRange(new InlineReader(held).Read(paragraph.Inline).Inlines);
        }

        return new Text(pieces);
    }

    /// <summary>A whole answer: headings, paragraphs, lists, tables, formulas that stand by themselves.</summary>
    public static IReadOnlyList<Block> Blocks(string markdown)
    {
        var held = HeldFormulas.From(markdown);
        return new BlockReader(held).Read(MarkdownText.Parse(held.Markdown));
    }
}
