using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Math;
using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>What stands raised, lowered, above or below.</summary>
internal static class WordMathScripts
{
    public static OpenXmlElement Write(MathNode.Script script, int depth)
    {
        var body = WordMath.Part<Base>(script.Body, depth + 1);
        if (script is { Body: MathNode.Symbol { Text: "lim" or "max" or "min" }, Below: { } under, Above: null })
            return new LimitLower(body, WordMath.Part<Limit>(under, depth + 1));
        return script switch
        {
            { Above: null } => new Subscript(body, WordMath.Part<SubArgument>(script.Below, depth + 1)),
            { Below: null } => new Superscript(body, WordMath.Part<SuperArgument>(script.Above, depth + 1)),
            _ => new SubSuperscript(
                body,
                WordMath.Part<SubArgument>(script.Below, depth + 1),
                WordMath.Part<SuperArgument>(script.Above, depth + 1)),
        };
    }

    public static OpenXmlElement Accent(MathNode.Accent accent, Base body) => accent.Mark switch
    {
        '\u0305' => new Bar(new BarProperties(new Position { Val = VerticalJustificationValues.Top }), body),
        '\u0332' => new Bar(new BarProperties(new Position { Val = VerticalJustificationValues.Bottom }), body),
        '\u0336' or '\u0338' => new BorderBox(
            new BorderBoxProperties(
                new HideTop { Val = BooleanValues.True },
                new HideBottom { Val = BooleanValues.True },
                new HideLeft { Val = BooleanValues.True },
                new HideRight { Val = BooleanValues.True },
                new StrikeBottomLeftToTopRight { Val = BooleanValues.True }),
            body),
        var mark => new Accent(new AccentProperties(new AccentChar { Val = mark.ToString() }), body),
    };
}
