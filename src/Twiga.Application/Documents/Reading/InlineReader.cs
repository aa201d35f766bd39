using Markdig.Syntax.Inlines;
using Twiga.Domain.Documents;
using Marked = Markdig.Syntax.Inlines.Inline;
using Piece = Twiga.Domain.Documents.Inline;

namespace Twiga.Application.Documents;

/// <summary>Reads what stands inside a paragraph, a heading or a cell.</summary>
internal sealed class InlineReader(HeldFormulas held)
{
    public Text Read(ContainerInline? inlines) => new(All(inlines));

    private List<Piece> All(ContainerInline? inlines)
    {
        var read = new List<Piece>();
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
            inline = Add(read, inline);
        return read;
    }

    /// <summary>Adds one, or a pair of tags with what stands between them; the last that was read.</summary>
    private Marked Add(List<Piece> read, Marked inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                read.AddRange(held.Release(literal.Content.ToString()));
                break;
            case HtmlEntityInline entity:
                read.Add(new Words(entity.Transcoded.ToString()));
                break;
            case CodeInline code:
                read.Add(new Code(held.Source(code.Content)));
                break;
            case LineBreakInline:
                read.Add(new LineBreak());
                break;
            case AutolinkInline address:
                read.Add(new Words(address.Url));
                break;
            case HtmlInline tag:
                return Tag(read, tag);
            case LinkInline link:
                AddLink(read, link);
                break;
            case EmphasisInline emphasis:
                AddEmphasis(read, emphasis);
                break;
            case DelimiterInline delimiter:
                read.Add(new Words(delimiter.ToLiteral()));
                read.AddRange(All(delimiter));
                break;
            case ContainerInline container:
                read.AddRange(All(container));
                break;
        }

        return inline;
    }

    private void AddLink(List<Piece> read, LinkInline link)
    {
        var label = All(link);
        read.AddRange(label);
        var isSame = label is [Words words] && words.Value == link.Url;
        if (!link.IsAutoLink && !link.IsImage && !isSame && !string.IsNullOrEmpty(link.Url))
            read.Add(new Words($" ({link.Url})"));
    }

    // In 2*3*4 and a*b*c the stars are meant.
    private void AddEmphasis(List<Piece> read, EmphasisInline emphasis)
    {
        var inner = All(emphasis);
        var sign = new string(emphasis.DelimiterChar, emphasis.DelimiterCount);
        if (emphasis.DelimiterChar == '*' && (EndsInFigure(read) || BeginsWithFigure(emphasis.NextSibling)))
            read.AddRange([new Words(sign), .. inner, new Words(sign)]);
        else if (emphasis.DelimiterChar == '~')
            read.AddRange(inner);
        else
            read.Add(emphasis.DelimiterCount == 2 ? new Bold(inner) : new Italic(inner));
    }

    private static bool EndsInFigure(List<Piece> read) =>
        read is [.., Words { Value: [.., var last] }] && char.IsLetterOrDigit(last);

    private static bool BeginsWithFigure(Marked? next) =>
        next is LiteralInline { Content.IsEmpty: false } literal && char.IsLetterOrDigit(literal.Content.CurrentChar);

    private Marked Tag(List<Piece> read, HtmlInline tag)
    {
        var name = tag.Tag.Trim('<', '>', '/', ' ').ToLowerInvariant();
        if (name == "br")
        {
            read.Add(new LineBreak());
            return tag;
        }

        var inner = new List<Piece>();
        var opens = !tag.Tag.StartsWith("</", StringComparison.Ordinal) && name is "sub" or "sup" or "u";
        for (var inline = tag.NextSibling; opens && inline is not null; inline = inline.NextSibling)
        {
            if (inline is HtmlInline close && close.Tag.Equals($"</{name}>", StringComparison.OrdinalIgnoreCase))
            {
                read.Add(name == "sub" ? new Lowered(inner) : name == "sup" ? new Raised(inner) : new Underlined(inner));
                return inline;
            }

            inline = Add(inner, inline);
        }

        read.Add(new Words(tag.Tag));
        return tag;
    }
}
