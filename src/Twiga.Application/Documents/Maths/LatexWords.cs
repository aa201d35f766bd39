namespace Twiga.Application.Documents;

/// <summary>Arguments that are read as words.</summary>
internal static class LatexWords
{
    private const string Sets = "CHNPQRZ";
    private const string Struck = "ℂℍℕℙℚℝℤ";

    public static MathNode Read(LatexParser parser)
    {
        if (parser.Reader.Raw() is not { } raw)
            return new MathNode.Upright(parser.Argument());
        if (!raw.Contains('$') && !raw.Contains('\\'))
            return new MathNode.Words(raw);
        // Mathematics may stand inside words again: \text{an area of 5 cm$^2$}.
        var pieces = raw.Replace("\\$", "＄", StringComparison.Ordinal).Split('$');
        return new MathNode.Row([.. pieces.Select((p, i) => i % 2 == 0 ? Words(parser, p) : parser.Inner(p))]);
    }

    private static MathNode.Row Words(LatexParser parser, string text)
    {
        var items = new List<MathNode>();
        while (text.IndexOf('\\') is >= 0 and var at)
        {
            items.Add(new MathNode.Words(text[..at]));
            var reader = new LatexReader(text) { At = at };
            var command = reader.Command();
            var group = reader.Raw();
            items.Add(parser.Inner($"\\{command}{(group is null ? "" : $"{{{group}}}")}"));
            text = reader.Rest();
        }

        items.Add(new MathNode.Words(text.Replace('＄', '$')));
        return new MathNode.Row(items);
    }

    public static MathNode DoubleStruck(LatexParser parser) => parser.Argument() switch
    {
        MathNode.Symbol { Text: [var c] } when Sets.Contains(c) =>
            new MathNode.Symbol(Struck[Sets.IndexOf(c)].ToString(), MathKind.Letter),
        var other => other,
    };
}
