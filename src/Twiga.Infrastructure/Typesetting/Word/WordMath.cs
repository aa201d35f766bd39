using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Math;
using Twiga.Application.Documents;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>Formulas as Word's own equations, which can be edited there.</summary>
internal static class WordMath
{
    private const int Deepest = 16;
    private const string Face = "Cambria Math";

    public static OfficeMath Read(string latex)
    {
        var math = new OfficeMath();
        math.Append(Write(LatexParser.Parse(latex), 0));
        if (!math.HasChildren)
            math.Append(Run(" ", plain: true));
        return math;
    }

    internal static IEnumerable<OpenXmlElement> Write(MathNode? node, int depth)
    {
        if (depth > Deepest)
            return [Run(MathWords.Of(node!), plain: true)];
        TPart Part<TPart>(MathNode? inner)
            where TPart : OpenXmlCompositeElement, new() => WordMath.Part<TPart>(inner, depth + 1);

        return node switch
        {
            null => [],
            MathNode.Row row => WordMathRow.Write(row.Items, depth),
            MathNode.Symbol symbol => Equation.Read(symbol) is { } equation ? Write(equation, depth + 1) : Sign(symbol),
            MathNode.Words words => [Run(words.Text, plain: true)],
            MathNode.Unknown unknown => [Run("\\" + unknown.Name, plain: true)],
            MathNode.Upright upright => Styled(Write(upright.Body, depth + 1), () => new RunProperties(new NormalText())),
            MathNode.Bold bold => Styled(
                Write(bold.Body, depth + 1), () => new RunProperties(new Style { Val = StyleValues.Bold })),
            MathNode.Script script => [WordMathScripts.Write(script, depth)],
            MathNode.Fraction f => [new Fraction(Part<Numerator>(f.Top), Part<Denominator>(f.Bottom))],
            MathNode.Root { Index: null } root => [new Radical(
                new RadicalProperties(new HideDegree { Val = BooleanValues.True }), new Degree(), Part<Base>(root.Body))],
            MathNode.Root root => [new Radical(Part<Degree>(root.Index), Part<Base>(root.Body))],
            MathNode.Accent accent => [WordMathScripts.Accent(accent, Part<Base>(accent.Body))],
            MathNode.Fenced fenced => [WordMathGrids.Fence(fenced.Open, fenced.Close, Part<Base>(fenced.Body))],
            MathNode.Remarked { Below: { } below } under =>
                [new LimitLower(Part<Base>(under with { Below = null }), Part<Limit>(below))],
            MathNode.Remarked { Above: { } above } over => [new LimitUpper(Part<Base>(over.Body), Part<Limit>(above))],
            MathNode.Remarked bare => Write(bare.Body, depth + 1),
            MathNode.Choose choose => [WordMathGrids.Choose(Part<Numerator>(choose.From), Part<Denominator>(choose.Taken))],
            MathNode.Lines lines => [WordMathGrids.Lines(lines.Rows, depth)],
            MathNode.Grid grid => [WordMathGrids.Grid(grid, depth)],
            _ => [],
        };
    }

    internal static TPart Part<TPart>(MathNode? node, int depth)
        where TPart : OpenXmlCompositeElement, new()
    {
        var part = new TPart();
        part.Append(Write(node, depth));
        return part;
    }

    internal static Run Run(string text, bool plain = false)
    {
        var run = new Run();
        if (plain)
            run.Append(new RunProperties(new NormalText()));
        run.Append(new Word.RunProperties(new Word.RunFonts { Ascii = Face, HighAnsi = Face }));
        run.Append(new Text(WordText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private static IEnumerable<OpenXmlElement> Sign(MathNode.Symbol symbol) => symbol.Kind switch
    {
        MathKind.Space or MathKind.Break => [Run(" ")],
        MathKind.Function => [Run(symbol.Text + " ", plain: true)],
        MathKind.Word => [Run(symbol.Text, plain: true)],
        _ => [Run(symbol.Text, plain: symbol.Text.Length > 1 && symbol.Kind is not MathKind.Number)],
    };

    private static List<OpenXmlElement> Styled(IEnumerable<OpenXmlElement> written, Func<RunProperties> style)
    {
        var all = written.ToList();
        foreach (var run in all.SelectMany(e => e is Run self ? [self] : e.Descendants<Run>()))
        {
            run.RemoveAllChildren<RunProperties>();
            run.PrependChild(style());
        }

        return WordMathRow.Merged(all);
    }
}
