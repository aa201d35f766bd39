using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Math;
using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>Things side by side; a sum or an integral takes what stands behind it, as Word wants it.</summary>
internal static class WordMathRow
{
    public static List<OpenXmlElement> Write(IReadOnlyList<MathNode> items, int depth)
    {
        if (items.Any(IsBreak))
            return [WordMathGrids.Lines(Split(items), depth)];
        var tidy = MathRow.Tidy(items);
        var written = new List<OpenXmlElement>();
        for (var i = 0; i < tidy.Count; i++)
        {
            if (IsLimit(tidy[i]))
            {
                written.Add(new MathFunction(
                    WordMath.Part<FunctionName>(tidy[i], depth + 1),
                    WordMath.Part<Base>(i + 1 < tidy.Count ? tidy[++i] : null, depth + 1)));
                continue;
            }

            if (Operator(tidy[i]) is not { } large)
            {
                written.AddRange(WordMath.Write(tidy[i], depth + 1));
                continue;
            }

            var end = i + 1;
            while (end < tidy.Count && tidy[end] is not MathNode.Symbol { Kind: MathKind.Relation })
                end++;
            written.Add(Nary(large, tidy[(i + 1)..end], depth));
            i = end - 1;
        }

        return Merged(written);
    }

    /// <summary>Signs of the same look as one run, as Word writes them itself.</summary>
    public static List<OpenXmlElement> Merged(IReadOnlyList<OpenXmlElement> written)
    {
        var merged = new List<OpenXmlElement>();
        foreach (var element in written)
        {
            if (element is Run { LastChild: Text more } run && merged is [.., Run { LastChild: Text text } before]
                && before.GetFirstChild<RunProperties>()?.OuterXml == run.GetFirstChild<RunProperties>()?.OuterXml)
                text.Text += more.Text;
            else
                merged.Add(element);
        }

        return merged;
    }

    private static bool IsLimit(MathNode node) =>
        node is MathNode.Script { Body: MathNode.Symbol { Text: "lim" or "max" or "min" }, Above: null };

    private static (string Sign, MathNode? Below, MathNode? Above)? Operator(MathNode node) => node switch
    {
        MathNode.Symbol { Kind: MathKind.Large } sign => (sign.Text, null, null),
        MathNode.Script { Body: MathNode.Symbol { Kind: MathKind.Large } sign } script => (sign.Text, script.Below, script.Above),
        _ => null,
    };

    private static Nary Nary((string Sign, MathNode? Below, MathNode? Above) large, List<MathNode> behind, int depth)
    {
        var beside = large.Sign is "∫" or "∬" or "∭" or "∮";
        var properties = new NaryProperties(
            new AccentChar { Val = large.Sign },
            new LimitLocation { Val = beside ? LimitLocationValues.SubscriptSuperscript : LimitLocationValues.UnderOver });
        if (large.Below is null)
            properties.Append(new HideSubArgument { Val = BooleanValues.True });
        if (large.Above is null)
            properties.Append(new HideSuperArgument { Val = BooleanValues.True });
        return new Nary(
            properties,
            WordMath.Part<SubArgument>(large.Below, depth + 1),
            WordMath.Part<SuperArgument>(large.Above, depth + 1),
            WordMath.Part<Base>(new MathNode.Row(behind), depth + 1));
    }

    private static List<IReadOnlyList<MathNode>> Split(IReadOnlyList<MathNode> items)
    {
        var lines = new List<IReadOnlyList<MathNode>>();
        var line = new List<MathNode>();
        foreach (var item in items)
        {
            if (!IsBreak(item))
            {
                line.Add(item);
                continue;
            }

            lines.Add([new MathNode.Row(line)]);
            line = [];
        }

        lines.Add([new MathNode.Row(line)]);
        return lines;
    }

    private static bool IsBreak(MathNode node) => node is MathNode.Symbol { Kind: MathKind.Break };
}
