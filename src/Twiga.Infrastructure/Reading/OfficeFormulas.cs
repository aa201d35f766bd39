using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Math;

namespace Twiga.Infrastructure.Reading;

/// <summary>Word's formulas as LaTeX.</summary>
internal static class OfficeFormulas
{
    public static string Latex(OpenXmlElement formula) => string.Concat(formula.ChildElements.Select(Part)).Trim();

    private static string Part(OpenXmlElement element) => element switch
    {
        Run run => Words(run),
        Fraction f => $@"\frac{{{Inner(f.Numerator)}}}{{{Inner(f.Denominator)}}}",
        Superscript s => $"{Base(s.Base)}^{{{Inner(s.SuperArgument)}}}",
        Subscript s => $"{Base(s.Base)}_{{{Inner(s.SubArgument)}}}",
        SubSuperscript s => $"{Base(s.Base)}_{{{Inner(s.SubArgument)}}}^{{{Inner(s.SuperArgument)}}}",
        Radical { RadicalProperties.HideDegree: null } r when Inner(r.Degree) is { Length: > 0 } degree =>
            $@"\sqrt[{degree}]{{{Inner(r.Base)}}}",
        Radical r => $@"\sqrt{{{Inner(r.Base)}}}",
        Delimiter d => Between(d),
        Nary n => $@"{Sign(n)}_{{{Inner(n.SubArgument)}}}^{{{Inner(n.SuperArgument)}}} {Inner(n.Base)}",
        Accent a => $@"\overline{{{Inner(a.Base)}}}",
        Matrix m => $@"\begin{{matrix}} {string.Join(@" \\ ", m.Elements<MatrixRow>().Select(Row))} \end{{matrix}}",
        _ when element.LocalName.EndsWith("Pr", StringComparison.Ordinal) => "",
        _ => Latex(element),
    };

    private static string Words(Run run)
    {
        var text = string.Concat(run.Elements<Text>().Select(t => t.Text)).Replace("\u200b", "");
        var isPlain = run.RunProperties?.GetFirstChild<NormalText>() is not null;
        return isPlain && text.Trim().Length > 0 ? $@"\text{{{text}}}" : text;
    }

    private static string Between(Delimiter delimiter)
    {
        var properties = delimiter.DelimiterProperties;
        var open = properties?.BeginChar?.Val?.Value ?? "(";
        var close = properties?.EndChar?.Val?.Value ?? ")";
        var inner = string.Join(properties?.SeparatorChar?.Val?.Value ?? "|", delimiter.Elements<Base>().Select(Latex));
        return (open, close) is ("{", "}") ? $@"\{{{inner}\}}" : $"{open}{inner}{close}";
    }

    private static string Row(MatrixRow row) => string.Join(" & ", row.Elements<Base>().Select(Latex));

    private static string Sign(Nary nary) => nary.NaryProperties?.AccentChar?.Val?.Value is "∑" ? @"\sum" : @"\int";

    private static string Base(OpenXmlElement? element) => Inner(element) is { Length: > 0 } text ? text : "{}";

    private static string Inner(OpenXmlElement? element) => element is null ? "" : Latex(element);
}
