using System.Text.Json.Nodes;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>A line's pieces as the templates read them: all words are data, none is ever source.</summary>
internal static class TextJson
{
    public static JsonArray Write(Text text) => Write(text.Inlines);

    public static JsonArray Write(IReadOnlyList<Inline> inlines) => [.. inlines.SelectMany(Pieces)];

    private static IEnumerable<JsonNode> Pieces(Inline inline) => inline switch
    {
        Words words => Lines(words.Value),
        Bold bold => [Styled("b", bold.Inlines)],
        Italic italic => [Styled("i", italic.Inlines)],
        Underlined underlined => [Styled("u", underlined.Inlines)],
        Raised raised => [Styled("sup", raised.Inlines)],
        Lowered lowered => [Styled("sub", lowered.Inlines)],
        Code code => [Piece("code", code.Value)],
        Maths maths => [Formula(maths.Latex)],
        Gap gap => [new JsonObject { ["k"] = "gap", ["mm"] = gap.Millimetres }],
        LineBreak => [new JsonObject { ["k"] = "br" }],
        _ => throw new ArgumentException($"Unknown piece of a line: {inline.GetType().Name}."),
    };

    // Several lines do not fit into one.
    private static JsonObject Formula(string latex) =>
        new() { ["k"] = "m", ["v"] = MathJson.Read(latex), ["block"] = IsLines(latex) };

    private static bool IsLines(string latex) => LatexParser.Parse(latex) is MathNode.Row row
        && row.Items.Any(i => i is MathNode.Lines or MathNode.Symbol { Kind: MathKind.Break });

    private static IEnumerable<JsonNode> Lines(string words)
    {
        var lines = words.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                yield return new JsonObject { ["k"] = "br" };
            if (lines[i].Length > 0)
                yield return Piece("w", lines[i]);
        }
    }

    private static JsonObject Styled(string kind, IReadOnlyList<Inline> inlines) => new() { ["k"] = kind, ["in"] = Write(inlines) };

    private static JsonObject Piece(string kind, string value) => new() { ["k"] = kind, ["v"] = Printable.Only(value) };
}
