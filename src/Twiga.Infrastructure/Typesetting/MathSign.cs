using System.Globalization;
using System.Text.Json.Nodes;
using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>One sign of a formula: a letter or an operator that Typst spaces, or upright words.</summary>
internal static class MathSign
{
    public static JsonObject Write(MathNode.Symbol symbol) => symbol.Kind switch
    {
        MathKind.Space => new() { ["k"] = "sp" },
        MathKind.Break => new() { ["k"] = "br" },
        MathKind.Number or MathKind.Word => Sign("t", symbol.Text),
        MathKind.Function => new() { ["k"] = "op", ["v"] = symbol.Text, ["limits"] = symbol.Text is "lim" or "max" or "min" },
        _ => Sign(new StringInfo(symbol.Text).LengthInTextElements == 1 ? "s" : "t", symbol.Text),
    };

    private static JsonObject Sign(string kind, string value) => new() { ["k"] = kind, ["v"] = Printable.Only(value) };
}
