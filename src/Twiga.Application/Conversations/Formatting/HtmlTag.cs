namespace Twiga.Application.Conversations;

/// <summary>A tag that HTML knows: the style it switches, or the text that stands for it.</summary>
internal sealed record HtmlTag(bool Closes, TextStyle Style, string Text)
{
    private static readonly Dictionary<string, TextStyle> Styles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["b"] = TextStyle.Bold,
        ["strong"] = TextStyle.Bold,
        ["i"] = TextStyle.Italic,
        ["em"] = TextStyle.Italic,
        ["s"] = TextStyle.Strike,
        ["del"] = TextStyle.Strike,
        ["strike"] = TextStyle.Strike,
        ["code"] = TextStyle.Code,
        ["tt"] = TextStyle.Code,
        ["kbd"] = TextStyle.Code,
        ["sup"] = TextStyle.Raised,
        ["sub"] = TextStyle.Lowered,
    };

    private static readonly HashSet<string> Lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "hr", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
        "section", "article", "details", "summary", "dl", "dt", "dd", "figure", "figcaption", "center",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "span", "u", "small", "big", "font", "a", "img", "mark", "abbr", "cite", "q", "ins", "thead", "tbody", "tfoot",
        "caption", "input", "label", "body", "html", "var", "samp",
    };

    private static readonly string[] Unseen = ["<!--", "<!doctype", "<?xml"];

    /// <summary>Null for what only looks like a tag, such as the middle of "x&lt;y and y&gt;z".</summary>
    public static HtmlTag? Read(string tag)
    {
        if (Unseen.Any(u => tag.StartsWith(u, StringComparison.OrdinalIgnoreCase)))
            return new HtmlTag(false, TextStyle.None, "");
        var closes = tag.StartsWith("</", StringComparison.Ordinal);
        var inner = tag.Trim('<', '>', '/').Trim();
        var space = inner.IndexOfAny([' ', '\t', '\n']);
        var name = space < 0 ? inner : inner[..space];
        if (space >= 0 && !inner.Contains('='))
            return null;
        if (Styles.TryGetValue(name, out var style))
            return new HtmlTag(closes, style, "");
        return Meaning(name, closes) is { } text ? new HtmlTag(closes, TextStyle.None, text) : null;
    }

    private static string? Meaning(string name, bool closes)
    {
        if (Lines.Contains(name))
            return "\n";
        if (Silent.Contains(name))
            return "";
        return name.ToUpperInvariant() switch
        {
            "LI" => closes ? "" : "\n- ",
            "TD" or "TH" => closes ? "" : " ",
            _ => null,
        };
    }
}
