using System.Text.Json.Nodes;
using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>A formula as maths.typ reads it. Signs and words are data there, so no formula can be anything but one.</summary>
internal static class MathJson
{
    // Typst's reader of JSON ends at 128 levels; school mathematics at five.
    private const int Deepest = 16;

    public static JsonObject Read(string latex) => Write(LatexParser.Parse(latex), 0);

    private static JsonObject Write(MathNode node, int depth)
    {
        if (depth > Deepest)
            return Sign("t", MathWords.Of(node));
        JsonObject Inner(MathNode inner) => Write(inner, depth + 1);
        JsonArray Cells(IReadOnlyList<IReadOnlyList<MathNode>> rows) =>
            [.. rows.Select(r => new JsonArray([.. r.Select(Inner)]))];

        return node switch
        {
            MathNode.Row row => Join(MathRow.Tidy(row.Items).Select(Inner)),
            MathNode.Symbol { Text.Length: > 1 } symbol when Equation.Read(symbol) is { } equation => Inner(equation),
            MathNode.Symbol symbol => MathSign.Write(symbol),
            MathNode.Words words => Sign("t", words.Text),
            MathNode.Bold bold => Of("bold", ("a", Inner(bold.Body))),
            MathNode.Upright upright => Of("up", ("a", Inner(upright.Body))),
            MathNode.Script script => Of(
                "att", ("a", Inner(script.Body)), ("b", Maybe(script.Below, Inner)), ("t", Maybe(script.Above, Inner))),
            MathNode.Fraction fraction => Of("frac", ("a", Inner(fraction.Top)), ("b", Inner(fraction.Bottom))),
            MathNode.Root root => Of("root", ("a", Inner(root.Body)), ("i", Maybe(root.Index, Inner))),
            MathNode.Accent accent => Of("acc", ("a", Inner(accent.Body)), ("v", accent.Mark.ToString())),
            MathNode.Fenced fenced => Of("lr", ("o", fenced.Open), ("a", Inner(fenced.Body)), ("c", fenced.Close)),
            MathNode.Remarked remarked => Of(
                "over", ("a", Inner(remarked.Body)), ("b", Maybe(remarked.Below, Inner)), ("t", Maybe(remarked.Above, Inner))),
            MathNode.Choose choose => Of("binom", ("a", Inner(choose.From)), ("b", Inner(choose.Taken))),
            MathNode.Lines lines => Of("lines", ("rows", Cells(lines.Rows))),
            MathNode.Grid grid => Of(
                "grid",
                ("o", grid.Open.Trim()),
                ("rows", Cells(grid.Rows)),
                ("c", grid.Close.Trim()),
                ("side", grid.Side switch { 'l' => "left", 'r' => "right", _ => "center" }),
                ("rules", new JsonArray([.. grid.Rules.Where(r => r <= grid.Rows.Count).Distinct().Select(r => JsonValue.Create(r))]))),
            MathNode.Unknown unknown => Sign("t", "\\" + unknown.Name),
            _ => Join([]),
        };
    }

    private static JsonObject Join(IEnumerable<JsonObject> parts) =>
        new() { ["k"] = "row", ["in"] = new JsonArray([.. parts]) };

    private static JsonObject? Maybe(MathNode? node, Func<MathNode, JsonObject> write) => node is null ? null : write(node);

    private static JsonObject Sign(string kind, string value) => Of(kind, ("v", Printable.Only(value)));

    private static JsonObject Of(string kind, params (string Name, JsonNode? Value)[] members)
    {
        var json = new JsonObject { ["k"] = kind };
        foreach (var (name, value) in members)
            json[name] = value;
        return json;
    }
}
