using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Twiga.Application.Documents;

/// <summary>Reads Markdown as models write it.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = Build();

    public static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses hundreds of nested elements; nobody means them as markup.
            return Plain(markdown);
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UsePreciseSourceLocation();
        // Models indent prose, not code; and a block of HTML is better read tag by tag.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        return builder.Build();
    }

    private static MarkdownDocument Plain(string text)
    {
        var inlines = new ContainerInline();
        inlines.AppendChild(new LiteralInline(text));
        return [new ParagraphBlock { Inline = inlines }];
    }
}
