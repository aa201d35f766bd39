using System.Globalization;
using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>
/// An equation of chemistry: H₂SO₄ + 2NaOH →(heat) … is one sign in Unicode; on a page its small figures are real ones,
/// and what stands in brackets behind an arrow stands above and below it.
/// </summary>
internal static class Equation
{
    private const int Deepest = 4;
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private const string RaisedAs = "0123456789+−=()n";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙₓ";
    private const string LoweredAs = "0123456789+−=()nx";

    /// <summary>Its pieces; null for a sign that is none.</summary>
    public static MathNode? Read(MathNode.Symbol symbol) =>
        symbol.Kind == MathKind.Ordinary && new StringInfo(symbol.Text).LengthInTextElements > 1 ? Whole(symbol.Text, 0) : null;

    private static MathNode.Row Whole(string text, int depth) => new([.. Pieces(text, depth)]);

    private static IEnumerable<MathNode> Pieces(string text, int depth)
    {
        var at = 0;
        while (at < text.Length)
        {
            var from = at;
            if (IsArrow(text[at]) && depth < Deepest)
            {
                at++;
                var arrow = new MathNode.Symbol(text[from..at], MathKind.Relation);
                var (above, below) = (Remark(text, ref at, depth), Remark(text, ref at, depth));
                yield return above is null && below is null ? arrow : new MathNode.Remarked(arrow, above, below);
                continue;
            }

            while (at < text.Length && (!IsArrow(text[at]) || depth == Deepest) && !IsSmall(text[at]))
                at++;
            var word = new MathNode.Words(Bare(text, from, at));
            var raised = Small(text, ref at, Raised, RaisedAs);
            var lowered = Small(text, ref at, Lowered, LoweredAs);
            raised ??= Small(text, ref at, Raised, RaisedAs);
            yield return lowered is null && raised is null ? word : new MathNode.Script(word, lowered, raised);
        }
    }

    private static MathNode.Row? Remark(string text, ref int at, int depth)
    {
        var (end, open) = (at, 0);
        while (end < text.Length && (open += text[end] switch { '(' => 1, ')' => -1, _ => 0 }) > 0)
            end++;
        if (end == at || end == text.Length)
            return null;

        var remark = text[(at + 1)..end];
        at = end + 1;
        return remark.Length == 0 ? null : Whole(remark, depth + 1);
    }

    // An arrow brings its own space.
    private static string Bare(string text, int from, int to)
    {
        var word = text[from..to];
        word = from > 0 && (IsArrow(text[from - 1]) || text[from - 1] == ')') ? word.TrimStart(' ') : word;
        return to < text.Length && IsArrow(text[to]) ? word.TrimEnd(' ') : word;
    }

    private static bool IsArrow(char c) => c is '→' or '⇌' or '←' or '↔';

    private static bool IsSmall(char c) => Raised.Contains(c) || Lowered.Contains(c);

    private static MathNode.Words? Small(string text, ref int at, string small, string large)
    {
        var figures = "";
        for (; at < text.Length && small.IndexOf(text[at]) is >= 0 and var found; at++)
            figures += large[found];
        return figures.Length == 0 ? null : new MathNode.Words(figures);
    }
}
