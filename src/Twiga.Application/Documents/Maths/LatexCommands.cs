namespace Twiga.Application.Documents;

/// <summary>Commands that take arguments or change what follows.</summary>
internal static class LatexCommands
{
    private static readonly HashSet<string> Mute =
    [
        "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "limits", "nolimits", "nonumber", "notag",
        "hline", "hfill", "centering", "noindent", "item", "small", "large", "Large", "normalsize", "big", "Big", "bigg",
        "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr", "bf", "it", "rm", "allowbreak",
        "!", "(", ")", "[", "]", "-", "/", "protect", "strut", "mathstrut",
    ];

    private static readonly HashSet<string> Hidden =
        ["phantom", "hphantom", "vphantom", "hspace", "vspace", "label", "ref", "color", "usepackage", "documentclass"];

    private static readonly HashSet<string> Transparent =
    [
        "mathit", "mathcal", "mathfrak", "mathscr", "mathsf", "mathtt", "boxed",
        "mathop", "mathrel", "mathbin", "mathord", "mathopen", "mathclose", "overbrace", "underbrace", "substack",
        "smash", "ensuremath", "emph",
    ];

    private static readonly HashSet<string> Texts =
    [
        "text", "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "mbox", "hbox", "fbox", "textup", "si",
        "unit", "num",
    ];

    private static readonly Dictionary<string, char> Accents = new()
    {
        ["vec"] = '\u20D7',
        ["overrightarrow"] = '\u20D7',
        ["overleftarrow"] = '\u20D6',
        ["hat"] = '\u0302',
        ["widehat"] = '\u0302',
        ["bar"] = '\u0304',
        ["overline"] = '\u0305',
        ["underline"] = '\u0332',
        ["dot"] = '\u0307',
        ["ddot"] = '\u0308',
        ["tilde"] = '\u0303',
        ["widetilde"] = '\u0303',
        ["overarc"] = '\u0311',
        ["overparen"] = '\u0311',
        ["wideparen"] = '\u0311',
        ["cancel"] = '\u0336',
        ["bcancel"] = '\u0336',
        ["xcancel"] = '\u0336',
        ["sout"] = '\u0336',
        ["not"] = '\u0338',
    };

    private static readonly Dictionary<string, string> Arrows = new()
    {
        ["xrightarrow"] = "→",
        ["xleftarrow"] = "←",
        ["xrightleftharpoons"] = "⇌",
        ["xleftrightarrow"] = "↔",
        ["xRightarrow"] = "⇒",
    };

    public static bool Knows(string name) => Mute.Contains(name) || IsKnown(name);

    private static bool IsKnown(string name) =>
        LatexSymbols.Find(name) is not null || Transparent.Contains(name) || Texts.Contains(name)
        || Accents.ContainsKey(name) || Arrows.ContainsKey(name)
        || name is "frac" or "dfrac" or "tfrac" or "cfrac" or "sqrt" or "mathrm" or "mathbf" or "boldsymbol" or "bm"
            or "pmb" or "operatorname" or "mathbb" or "ce" or "binom" or "dbinom" or "tbinom" or "overset" or "underset" or "stackrel" or "left" or "pmod" or "SI"
            or "qty" or "pu" or "ang" or "textcolor" or "begin";

    /// <summary>Null for what only changes the looks.</summary>
    public static MathNode? Read(LatexParser parser, string command)
    {
        var name = command.TrimEnd('*');
        if (Mute.Contains(name))
            return null;
        if (Hidden.Contains(name))
        {
            parser.Reader.Raw();
            return null;
        }

        if (Transparent.Contains(name))
            return parser.Argument();
        if (Texts.Contains(name))
            return LatexWords.Read(parser);
        if (Arrows.TryGetValue(name, out var arrow))
            return Arrow(parser, arrow);
        if (name == "not")
            return Not(parser);
        return Accents.TryGetValue(name, out var mark)
            ? new MathNode.Accent(mark, parser.Argument())
            : Build(parser, name) ?? LatexSymbols.Find(name) ?? Other(name);
    }

    private static MathNode? Build(LatexParser parser, string name) => name switch
    {
        "frac" or "dfrac" or "tfrac" or "cfrac" => new MathNode.Fraction(parser.Argument(), parser.Argument()),
        "sqrt" => new MathNode.Root(parser.Optional(), parser.Argument()),
        "binom" or "dbinom" or "tbinom" => new MathNode.Choose(parser.Argument(), parser.Argument()),
        "mathrm" => new MathNode.Upright(parser.Argument()),
        "mathbf" or "boldsymbol" or "bm" or "pmb" => new MathNode.Bold(parser.Argument()),
        "operatorname" => new MathNode.Symbol(parser.Reader.Raw() ?? "", MathKind.Function),
        "mathbb" => LatexWords.DoubleStruck(parser),
        "left" => LatexFences.Read(parser),
        "middle" => new MathNode.Symbol(LatexFences.Delimiter(parser.Reader), MathKind.Relation),
        "overset" or "stackrel" => Above(parser.Argument(), parser.Argument()),
        "underset" => Below(parser.Argument(), parser.Argument()),
        "ce" or "cf" => new MathNode.Symbol(Chemistry.Print(parser.Reader.Raw() ?? "", parser), MathKind.Ordinary),
        "SI" or "qty" => new MathNode.Row(
            [LatexWords.Read(parser), new MathNode.Symbol(" ", MathKind.Space), new MathNode.Upright(parser.Argument())]),
        "pu" => new MathNode.Upright(parser.Argument()),
        "ang" => new MathNode.Row([LatexWords.Read(parser), new MathNode.Symbol("°", MathKind.Closing)]),
        "textcolor" or "colorbox" => Second(parser),
        "pmod" => new MathNode.Row([new MathNode.Words(" (mod "), parser.Argument(), new MathNode.Words(")")]),
        "tag" => new MathNode.Words($" ({parser.Reader.Raw()})"),
        "begin" => LatexEnvironments.Read(parser),
        _ => null,
    };

    private static MathNode.Remarked Above(MathNode remark, MathNode body) => new(body, remark, null);

    private static MathNode.Remarked Below(MathNode remark, MathNode body) => new(body, null, remark);

    private static MathNode.Remarked Arrow(LatexParser parser, string arrow)
    {
        var below = parser.Optional();
        var above = parser.Argument();
        return new MathNode.Remarked(
            new MathNode.Symbol(arrow, MathKind.Relation), above is MathNode.Row { Items.Count: 0 } ? null : above, below);
    }

    private static MathNode Not(LatexParser parser) => parser.Argument() switch
    {
        MathNode.Symbol { Text: "=" } => LatexSymbols.Find("ne")!,
        MathNode.Symbol { Text: "∈" } => LatexSymbols.Find("notin")!,
        MathNode.Symbol { Text: "⊂" } => LatexSymbols.Find("nsubset")!,
        var other => new MathNode.Accent(Accents["not"], other),
    };

    private static MathNode Second(LatexParser parser)
    {
        parser.Reader.Raw();
        return parser.Argument();
    }

    private static MathNode Other(string name) => name.Length == 1 && !char.IsAsciiLetter(name[0])
        ? new MathNode.Symbol(name, MathKind.Ordinary)
        : new MathNode.Unknown(name);
}
