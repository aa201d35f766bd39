using System.Globalization;
using System.Text.Json.Nodes;
using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>One sign of a formula: a letter or an operator that Typst spaces, or upright words.</summary>
internal static class MathSign
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private const string RaisedAs = "0123456789+−=()n";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙₓ";
    private const string LoweredAs = "0123456789+−=()nx";

    public static JsonObject Write(MathNode.Symbol symbol) => symbol.Kind switch
    {
        MathKind.Space => new() { ["k"] = "sp" },
        MathKind.Break => new() { ["k"] = "br" },
        MathKind.Number or MathKind.Word => Sign("t", symbol.Text),
        MathKind.Function => new() { ["k"] = "op", ["v"] = symbol.Text, ["limits"] = symbol.Text is "lim" or "max" or "min" },
        _ when new StringInfo(symbol.Text).LengthInTextElements == 1 => Sign("s", symbol.Text),
        _ => new() { ["k"] = "row", ["in"] = new JsonArray([.. Runs(Printable.Only(symbol.Text))]) },
    };

    // H₂SO₄ + 2NaOH → … comes as one sign in Unicode; on a page its small figures and arrows are real ones.
    private static IEnumerable<JsonNode> Runs(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var from = at;
            if (IsArrow(text[at]))
            {
                at++;
                var arrow = Sign("s", text[from..at]);
                yield return Remark(text, ref at) is { } remark
                    ? new JsonObject { ["k"] = "over", ["a"] = arrow, ["b"] = Sign("t", remark) }
                    : arrow;
                continue;
            }

            while (at < text.Length && !IsArrow(text[at]) && !IsSmall(text[at]))
                at++;
            var word = Sign("t", Bare(text, from, at));
            var above = Small(text, ref at, Raised, RaisedAs);
            var below = Small(text, ref at, Lowered, LoweredAs);
            above ??= Small(text, ref at, Raised, RaisedAs);
            yield return below is null && above is null
                ? word
                : new JsonObject { ["k"] = "att", ["a"] = word, ["b"] = below, ["t"] = above };
        }
    }

    // →(heat): what makes the reaction go stands above its arrow.
    private static string? Remark(string text, ref int at)
    {
        var end = at < text.Length && text[at] == '(' ? text.IndexOf(')', at) : -1;
        if (end < 0)
            return null;
        var remark = text[(at + 1)..end];
        at = end + 1;
        return remark;
    }

    // An arrow brings its own space.
    private static string Bare(string text, int from, int to)
    {
        var word = text[from..to];
        word = from > 0 && IsArrow(text[from - 1]) ? word.TrimStart(' ') : word;
        return to < text.Length && IsArrow(text[to]) ? word.TrimEnd(' ') : word;
    }

    private static bool IsArrow(char c) => c is '→' or '⇌' or '←' or '↔';

    private static bool IsSmall(char c) => Raised.Contains(c) || Lowered.Contains(c);

    private static JsonObject? Small(string text, ref int at, string small, string large)
    {
        var figures = "";
        for (; at < text.Length && small.IndexOf(text[at]) is >= 0 and var found; at++)
            figures += large[found];
        return figures.Length == 0 ? null : Sign("t", figures);
    }

    private static JsonObject Sign(string kind, string value) => new() { ["k"] = kind, ["v"] = Printable.Only(value) };
}
