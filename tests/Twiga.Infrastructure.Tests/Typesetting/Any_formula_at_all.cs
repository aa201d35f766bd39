using CsCheck;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;

namespace Twiga.Infrastructure.Tests.Typesetting;

internal sealed class Any_formula_at_all
{
    private const int Samples = 20;
    private const int FormulasASample = 40;

    private static readonly string[] Pieces =
    [
        "x", "2", "12.5", "1,000", "=", "+", "-", "(", ")", "[", "]", "|", "{", "}", "&", @"\\", "^", "_", "'", " ", ",", "%", "#", "$",
        @"\frac", @"\dfrac{a}{b}", @"\sqrt", @"\sqrt[3]{x}", @"\left(", @"\right)", @"\left\{", @"\right.", @"\left|", @"\sum", @"\int_0^1",
        @"\lim_{x \to 0}", @"\sin", @"\vec", @"\hat{a}", @"\bar x", @"\overline{AB}", @"\underline{x}", @"\cancel{x}", @"\overarc{AB}",
        @"\dot x", @"\ddot x", @"\tilde x", @"\not=", @"\not\in", @"\text{ kwa ng'ombe }", @"\mathrm{kg}", @"\mathbf{a}", @"\mathbb{R}",
        @"\ce{H2SO4 + 2NaOH -> Na2SO4}", @"\ce{^{14}_6C ->[heat] X^2+}", @"\xrightarrow{heat}", @"\overset{a}{=}", @"\binom{n}{r}",
        @"\begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix}", @"\begin{array}{r} 1 \\ \hline 2 \end{array}", @"\begin{cases} x & y \\ z \end{cases}",
        @"\begin{aligned} x &= 1 \\ y &= 2 & z \end{aligned}", @"\begin{matrix}\end{matrix}", @"\begin{rcases} a \end{rcases}", @"\unknown",
        @"\alpha", @"\infty", @"\circ", @"\degree", @"\therefore", @"\quad", @"\displaystyle", @"\angle", @"\parallel", "²", "₄", "→", "∑", "😀",
        "\u20D7", "\u0301", "\u200B", "\uD800", "\u0007",
    ];

    private Press _press = null!;

    [OneTimeSetUp]
    public void Start() => _press = new Press();

    [OneTimeTearDown]
    public void Stop() => _press.Dispose();

    [Test]
    public void Is_set_on_a_page_in_a_picture_and_in_a_Word_file() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Array[FormulasASample].Sample(
            drawn =>
            {
                string[] formulas = [.. drawn.Select(pieces => string.Concat(pieces))];
                var document = Press.Of(
                    new Formula(formulas), new Paragraph(new Text([.. formulas.Select(f => new Maths(f))])),
                    new Table { Rows = [.. formulas.Select(f => (IReadOnlyList<Cell>)[new Text([new Maths(f)])])] });
                return IsSet(_press.Typesetter.PdfAsync(document, default)) && IsSet(_press.Typesetter.WordAsync(document, default))
                    && IsSet(_press.Typesetter.PictureAsync(formulas, default));
            },
            iter: Samples, threads: 1, print: drawn => string.Join("\n", drawn.Select(pieces => string.Concat(pieces))));

    private static bool IsSet(Task<TypesetOutcome> outcome) => outcome.GetAwaiter().GetResult() is Typeset;
}
