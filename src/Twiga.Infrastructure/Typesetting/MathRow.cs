using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

internal static class MathRow
{
    private const int Thousand = 3;

    /// <summary>Without the source's spaces, and with 1,000 as one number.</summary>
    public static List<MathNode> Tidy(IReadOnlyList<MathNode> items)
    {
        var tidy = new List<MathNode>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is MathNode.Gap)
                continue;
            if (items[i] is MathNode.Symbol { Text: "," } && i + 1 < items.Count
                && tidy is [.., MathNode.Symbol { Kind: MathKind.Number } before]
                && items[i - 1] is not MathNode.Gap
                && items[i + 1] is MathNode.Symbol { Kind: MathKind.Number } after && Length(after.Text) == Thousand)
            {
                tidy[^1] = before with { Text = $"{before.Text},{after.Text}" };
                i++;
                continue;
            }

            tidy.Add(items[i]);
        }

        return tidy;
    }

    private static int Length(string number) => number.Split('.')[0].Length;
}
