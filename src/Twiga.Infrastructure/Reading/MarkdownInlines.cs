using System.Text;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax.Inlines;

namespace Twiga.Infrastructure.Reading;

/// <summary>The text of a line of Markdown without its markup; formulas stay as they are.</summary>
internal static class MarkdownInlines
{
    public static string Text(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
            Append(inline, text);
        return text.ToString().Trim();
    }

    /// <summary>The formula, where a paragraph is nothing else.</summary>
    public static string? LoneFormula(ContainerInline? inlines)
    {
        var solid = (inlines ?? []).Where(i => i is not LineBreakInline && (i as LiteralInline)?.Content.IsEmpty != true).ToList();
        return solid is [MathInline { DelimiterCount: 2 } formula] ? $"$$ {formula.Content.ToString().Trim()} $$" : null;
    }

    private static void Append(Inline inline, StringBuilder text)
    {
        switch (inline)
        {
            case MathInline formula:
                var fence = new string('$', formula.DelimiterCount);
                text.Append(fence).Append(formula.Content.ToString()).Append(fence);
                break;
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case ContainerInline container:
                foreach (var child in container)
                    Append(child, text);
                break;
        }
    }
}
