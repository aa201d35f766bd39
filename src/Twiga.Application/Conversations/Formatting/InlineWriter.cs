using Markdig.Syntax.Inlines;
using Twiga.Application.Documents;

namespace Twiga.Application.Conversations;

/// <summary>Writes what stands inside a paragraph, a heading or a cell.</summary>
internal sealed class InlineWriter(StyledText into)
{
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];

    private TextStyle _html;

    public static StyledText Write(ContainerInline? inlines, TextStyle style = TextStyle.None)
    {
        var text = new StyledText();
        new InlineWriter(text).WriteAll(inlines, style);
        return text;
    }

    private void WriteAll(ContainerInline? inlines, TextStyle style)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
            Write(inline, style);
    }

    private void Write(Inline inline, TextStyle style)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Put(literal.Content.ToString(), style);
                break;
            case HtmlEntityInline entity:
                Put(entity.Transcoded.ToString(), style);
                break;
            case CodeInline code:
                Put(code.Content, style | TextStyle.Code);
                break;
            case LineBreakInline:
                into.Append("\n");
                break;
            case AutolinkInline address:
                Put(address.Url, style | TextStyle.Verbatim);
                break;
            case HtmlInline tag:
                WriteTag(tag.Tag, style);
                break;
            case LinkInline link:
                WriteLink(link, style);
                break;
            case EmphasisInline emphasis:
                WriteEmphasis(emphasis, style);
                break;
            case DelimiterInline delimiter:
                Put(delimiter.ToLiteral(), style);
                WriteAll(delimiter, style);
                break;
            case ContainerInline container:
                WriteAll(container, style);
                break;
        }
    }

    private void Put(string text, TextStyle style)
    {
        style |= _html;
        if (style.HasFlag(TextStyle.Raised))
            text = Scripts.Raise(text);
        else if (style.HasFlag(TextStyle.Lowered))
            text = Scripts.Lower(text);
        into.Append(text, style & ~(TextStyle.Raised | TextStyle.Lowered));
    }

    private void WriteEmphasis(EmphasisInline emphasis, TextStyle style)
    {
        var sign = emphasis.DelimiterChar;
        if (sign == Markers.Bold && IsProduct(emphasis))
        {
            var literal = new string(sign, emphasis.DelimiterCount);
            Put(literal, style);
            WriteAll(emphasis, style);
            Put(literal, style);
            return;
        }

        WriteAll(emphasis, style | (sign == Markers.Strike ? TextStyle.Strike
            : emphasis.DelimiterCount == 2 ? TextStyle.Bold
            : TextStyle.Italic));
    }

    // In 2*3*4, a*b*c and 2**3**4 the stars are meant.
    private bool IsProduct(EmphasisInline emphasis)
    {
        var (before, after) = (into.Last, NextTo(emphasis));
        return emphasis.DelimiterCount == 1
            ? char.IsLetterOrDigit(before) || char.IsLetterOrDigit(after)
            : char.IsDigit(before) || char.IsDigit(after);
    }

    private static char NextTo(Inline inline)
    {
        for (Inline? at = inline; at is not null; at = at.Parent)
        {
            if (at.NextSibling is { } next)
                return next is LiteralInline { Content.IsEmpty: false } literal ? literal.Content.CurrentChar : ' ';
        }

        return ' ';
    }

    private void WriteLink(LinkInline link, TextStyle style)
    {
        if (link.IsImage && NamesAPicture(link.Url))
        {
            WriteAll(link, style);
            return;
        }

        var words = new StyledText();
        new InlineWriter(words).WriteAll(link, TextStyle.None);
        var (label, url) = (words.Plain.Trim(), link.Url ?? "");
        if (label.Length > 0 && !IsSame(label, url))
        {
            into.Append(words, style | _html);
            if (url.Length > 0)
                Put(" (", style);
            Put(url, style | TextStyle.Verbatim);
            Put(url.Length > 0 ? ")" : "", style);
        }
        else
        {
            Put(link.IsAutoLink ? label : url, style | TextStyle.Verbatim);
        }
    }

    // A file that she cannot open says nothing beside its words; any other address stays, as that of a link does.
    private static bool NamesAPicture(string? url) =>
        url is null or "" || (!url.Contains("://") && Pictures.Any(e => url.EndsWith(e, StringComparison.OrdinalIgnoreCase)));

    private static bool IsSame(string label, string url) =>
        url.EndsWith(label, StringComparison.OrdinalIgnoreCase)
        && url[..^label.Length] is "" or "http://" or "https://" or "mailto:" or "tel:";

    private void WriteTag(string tag, TextStyle style)
    {
        switch (HtmlTag.Read(tag))
        {
            case null:
                Put(tag, style);
                break;
            case { Style: not TextStyle.None } styled:
                _html = styled.Closes ? _html & ~styled.Style : _html | styled.Style;
                break;
            case var known:
                Put(known.Text, style);
                break;
        }
    }
}
