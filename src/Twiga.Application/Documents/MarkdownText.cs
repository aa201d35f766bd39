using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Twiga.Application.Documents;

/// <summary>Reads Markdown as models write it.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = Build(lines: false);
    private static readonly MarkdownPipeline Lines = Build(lines: true);

    public static MarkdownDocument Parse(string markdown) => Parse(markdown, Pipeline);

    /// <summary>Paragraphs only: a number or a stroke at the beginning of a line is what it is.</summary>
    public static MarkdownDocument ParseLines(string markdown) => Parse(markdown, Lines);

    private static MarkdownDocument Parse(string markdown, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses hundreds of nested elements; nobody means them as markup.
            return Plain(markdown);
        }
    }

    private static MarkdownPipeline Build(bool lines)
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UsePreciseSourceLocation();
        // Models indent prose, not code; and a block of HTML is better read tag by tag.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        if (lines)
            builder.BlockParsers.RemoveAll(p => p is not ParagraphBlockParser);
        return builder.Build();
    }

    private static MarkdownDocument Plain(string text)
    {
        var inlines = new ContainerInline();
        inlines.AppendChild(new LiteralInline(text));
        return [new ParagraphBlock { Inline = inlines }];
    }
}
