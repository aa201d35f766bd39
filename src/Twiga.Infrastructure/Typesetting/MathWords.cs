using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>The bare characters of a formula, for what is nested beyond all measure.</summary>
internal static class MathWords
{
    private const int Longest = 200;

    public static string Of(MathNode node)
    {
        var words = new System.Text.StringBuilder();
        Collect(node, words);
        return words.ToString();
    }

    private static void Collect(MathNode node, System.Text.StringBuilder words)
    {
        if (words.Length > Longest)
            return;
        words.Append(node switch
        {
            MathNode.Symbol symbol => symbol.Text,
            MathNode.Words text => text.Text,
            _ => "",
        });
        foreach (var part in Parts(node))
            Collect(part, words);
    }

    private static IReadOnlyList<MathNode> Parts(MathNode node) => node switch
    {
        MathNode.Row row => row.Items,
        MathNode.Bold bold => [bold.Body],
        MathNode.Upright upright => [upright.Body],
        MathNode.Script script => [script.Body, script.Below ?? MathNode.Nothing, script.Above ?? MathNode.Nothing],
        MathNode.Fraction fraction => [fraction.Top, fraction.Bottom],
        MathNode.Root root => [root.Index ?? MathNode.Nothing, root.Body],
        MathNode.Accent accent => [accent.Body],
        MathNode.Fenced fenced => [fenced.Body],
        MathNode.Remarked remarked => [remarked.Body, remarked.Above ?? MathNode.Nothing, remarked.Below ?? MathNode.Nothing],
        MathNode.Choose choose => [choose.From, choose.Taken],
        MathNode.Lines lines => [.. lines.Rows.SelectMany(r => r)],
        MathNode.Grid grid => [.. grid.Rows.SelectMany(r => r)],
        _ => [],
    };
}
