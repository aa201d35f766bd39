namespace Twiga.Application.Documents;

/// <summary>How far a formula is from a line of text: what is built up twice over is better seen as a picture.</summary>
internal static class MathWeight
{
    private const int TooMuch = 4;
    private const int BuiltUp = 2;

    public static bool NeedsPicture(MathNode node) => Of(node) >= TooMuch;

    private static int Of(MathNode? node) => node switch
    {
        null => 0,
        MathNode.Row row => Most(row.Items),
        MathNode.Upright upright => Of(upright.Body),
        MathNode.Bold bold => Of(bold.Body),
        MathNode.Fraction fraction when FractionPrinter.IsOneSign(fraction) => 0,
        MathNode.Fraction fraction => BuiltUp + Math.Max(Of(fraction.Top), Of(fraction.Bottom)),
        MathNode.Root root => Of(root.Body) is >= BuiltUp and var body ? body + 1 : Of(root.Body),
        MathNode.Script script => Math.Max(Of(script.Body), Math.Max(Above(script.Above), Below(script.Below))),
        MathNode.Accent accent => Of(accent.Body),
        MathNode.Fenced fenced => Of(fenced.Body),
        MathNode.Remarked remarked => Math.Max(Of(remarked.Body), Math.Max(Of(remarked.Above), Of(remarked.Below))),
        MathNode.Lines lines => lines.Rows.Count == 0 ? 0 : lines.Rows.Max(Most),
        MathNode.Grid or MathNode.Choose or MathNode.Unknown => TooMuch,
        _ => 0,
    };

    private static int Most(IReadOnlyList<MathNode> items) => items.Count == 0 ? 0 : items.Max(Of);

    private static int Above(MathNode? node)
    {
        var text = node is null ? "" : MathText.Print(node).Trim();
        return text.Length < 2 || text[0] is '∘' or '°' || Scripts.TryRaise(text) is not null ? Of(node) : 1 + Of(node);
    }

    private static int Below(MathNode? node)
    {
        var text = node is null ? "" : MathText.Print(node).Trim();
        return text.All(char.IsLetterOrDigit) || Scripts.TryLower(text) is not null ? Of(node) : 1 + Of(node);
    }
}
