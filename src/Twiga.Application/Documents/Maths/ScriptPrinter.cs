namespace Twiga.Application.Documents;

/// <summary>Prints what stands raised or lowered beside a sign.</summary>
internal static class ScriptPrinter
{
    public static string Print(MathNode.Script script)
    {
        var body = Body(script.Body);
        var below = script.Below is null ? "" : Below(script.Body, MathText.Print(script.Below).Trim());
        var above = script.Above is null ? "" : Above(MathText.Print(script.Above).Trim());
        // Before its sign, as in ²³⁵₉₂U, the upper one is read first.
        return body.Length == 0 ? above + below : body + below + above;
    }

    private static string Body(MathNode node)
    {
        var text = MathText.Print(node).Trim();
        return node is MathNode.Fraction or MathNode.Root || (node is MathNode.Row && Brackets.Splits(text))
            ? Brackets.Around(text)
            : text;
    }

    private static string Below(MathNode body, string text)
    {
        if (text.Length == 0)
            return "";
        var limits = body is MathNode.Symbol { Kind: MathKind.Function or MathKind.Large };
        return Scripts.TryLower(text) ?? (limits ? $"[{text}]" : Scripts.Lower(text));
    }

    private static string Above(string text) => text switch
    {
        "" => "",
        ['∘' or '°', .. var rest] => "°" + rest,
        "×" => "∗",
        "′′" => "″",
        "′′′" => "‴",
        _ when text.All(c => c is '′' or '†' or '∗' or '″') => text,
        _ => Scripts.Raise(text),
    };
}
