namespace Twiga.Application.Documents;

/// <summary>Prints a fraction on one line: ½, 3/7, (a + b)/(2c).</summary>
internal static class FractionPrinter
{
    private const int WordLength = 3;

    private static readonly Dictionary<(string, string), string> Vulgar = new()
    {
        [("1", "2")] = "½",
        [("1", "3")] = "⅓",
        [("2", "3")] = "⅔",
        [("1", "4")] = "¼",
        [("3", "4")] = "¾",
        [("1", "5")] = "⅕",
        [("2", "5")] = "⅖",
        [("3", "5")] = "⅗",
        [("4", "5")] = "⅘",
        [("1", "6")] = "⅙",
        [("5", "6")] = "⅚",
        [("1", "8")] = "⅛",
        [("3", "8")] = "⅜",
        [("5", "8")] = "⅝",
        [("7", "8")] = "⅞",
    };

    public static bool IsNumeric(MathNode.Fraction fraction) =>
        fraction is { Top: MathNode.Symbol { Kind: MathKind.Number }, Bottom: MathNode.Symbol { Kind: MathKind.Number } };

    // Asked before printing: to print nested fractions twice a level would never end.
    public static bool IsOneSign(MathNode.Fraction fraction) =>
        fraction is { Top: MathNode.Symbol top, Bottom: MathNode.Symbol bottom }
        && Vulgar.ContainsKey((top.Text, bottom.Text));

    public static string Print(MathNode.Fraction fraction)
    {
        var (top, bottom) = (MathText.Print(fraction.Top).Trim(), MathText.Print(fraction.Bottom).Trim());
        if (Vulgar.TryGetValue((top, bottom), out var sign))
            return sign;
        if (top is ['d' or '∂', ..] && bottom.StartsWith(top[0]) && !Brackets.Splits(bottom))
            return $"{top}/{bottom}";
        top = Brackets.Splits(top) ? Brackets.Around(top) : top;
        return $"{top}/{(Holds(fraction.Bottom, bottom) ? bottom : Brackets.Around(bottom))}";
    }

    // Whether 1/bottom can be read one way only.
    private static bool Holds(MathNode node, string text)
    {
        if (Brackets.Splits(text))
            return false;
        if (node is not MathNode.Row row)
            return node is not MathNode.Fraction || text.Length == 1;
        var items = row.Items.Where(i => i is not MathNode.Gap).ToArray();
        return items.Length < 2
            || (items.Length >= WordLength && items.All(i => i is MathNode.Symbol { Kind: MathKind.Letter }));
    }
}
