using Twiga.Application.Conversations;

namespace Twiga.Application.Tests.Conversations;

internal sealed class Formulas_in_an_answer
{
    [TestCase("Solve $x^2 = 4$ now.", "Solve x² = 4 now.")]
    [TestCase(@"Solve \(x^2 = 4\) now.", "Solve x² = 4 now.")]
    [TestCase("So:\n\n$$x^2 = 4$$\n\nDone.", "So:\n\nx² = 4\n\nDone.")]
    [TestCase("So:\n\\[\nx = \\frac{1}{2}\n\\]\nDone.", "So:\nx = ½\nDone.")]
    [TestCase("So:\n\n\\[\n2x\n\n+ 3 = 7\n\\]\n\nDone.", "So:\n\n2x + 3 = 7\n\nDone.")]
    [TestCase("- $a_1$ and $b_2$\n- **$x^2$**", "- a₁ and b₂\n- *x²*")]
    [TestCase("**Answer:** $5x$", "*Answer:* 5x")]
    [TestCase("| Name | Formula |\n|---|---|\n| water | $|x|$ and \\(H_2O\\) |", "*Name – Formula*\n- water: |x| and H₂O")]
    [TestCase("$a*b$ and $c*d$ and *so*", "a × b and c × d and _so_")]
    [TestCase("The $n$th term and the $x$-axis", "The nth term and the x-axis")]
    [TestCase("$5$ apples", "5 apples")]
    [TestCase("Area $= l \\times w$", "Area = l × w")]
    [TestCase("$\\text{Area} = 5\\,\\text{cm}^2$", "Area = 5 cm²")]
    [TestCase("$speed = distance / time$", "speed = distance / time")]
    public void Formulas_between_signs_are_printed(string markdown, string expected) => Expect(markdown, expected);

    [TestCase("A book costs $5 and a pen $10.")]
    [TestCase("US$5 and US$10")]
    [TestCase("from $5-$10 each")]
    [TestCase("$5 = 12,000 shillings, or $10 for two")]
    [TestCase("It cost $20 (about 50,000 Tsh) in US$ then")]
    [TestCase("$1,000, $2,000 and $3,000")]
    [TestCase("Bei ni $5 tu, si $6.")]
    [TestCase("Earn $5/day or $30/week")]
    public void Prices_stay_text(string text) => Expect(text, text);

    [TestCase("A pen costs $5 and $x$ is unknown", "A pen costs $5 and x is unknown")]
    [TestCase(@"It costs \$5 and \$6.", "It costs $5 and $6.")]
    public void Prices_and_formulas_stand_side_by_side(string markdown, string expected) => Expect(markdown, expected);

    [TestCase(@"Photosynthesis: 6CO_2 \rightarrow glucose", "Photosynthesis: 6CO_2 → glucose")]
    [TestCase(@"Half is \frac{1}{2} of it", "Half is ½ of it")]
    [TestCase(@"5 \times 10^{-3} m", "5 × 10⁻³ m")]
    [TestCase(@"water is \ce{H2O} or H_{2}O", "water is H₂O or H₂O")]
    [TestCase(@"at 30^\circ C", "at 30° C")]
    [TestCase(@"\sqrt[3]{8} and \sqrt{x+1}", "∛8 and √(x + 1)")]
    [TestCase("\\begin{align}x &= 1 \\\\ y &= 2\\end{align}", "x = 1\ny = 2")]
    public void Commands_without_signs_are_printed_too(string markdown, string expected) => Expect(markdown, expected);

    [TestCase(@"C:\times\new\text.txt", @"C:\times\new\text.txt")]
    [TestCase(@"see \[1\] and \(page 4 of it\)", "see [1] and (page 4 of it)")]
    [TestCase("`$x^2$` is code", "`$x^2$` is code")]
    [TestCase("```\n$x^2$ \\frac{1}{2}\n```", "```$x^2$ \\frac{1}{2}```")]
    [TestCase("2^10 and x^2 as typed", "2^10 and x^2 as typed")]
    [TestCase("an open $ and $$ sign", "an open $ and $$ sign")]
    public void What_is_no_formula_stays(string markdown, string expected) => Expect(markdown, expected);

    [Test]
    public void A_formula_that_a_line_cannot_show_is_reported_with_its_place()
    {
        var read = WhatsAppText.Read(@"Let $A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$ and $x^2$.");

        Assert.Multiple(() =>
        {
            Assert.That(read.Text, Is.EqualTo("Let A = (1, 2; 3, 4) and x²."));
            Assert.That(read.Formulas.Select(f => read.Text[f.Place]), Is.EqualTo(new[] { "A = (1, 2; 3, 4)", "x²" }));
            Assert.That(
                read.NeedPicture.Select(f => f.Latex),
                Is.EqualTo(new[] { @"A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}" }));
        });
    }

    [Test]
    public void A_long_answer_is_not_cut_through_a_formula() => Assert.That(
        WhatsAppText.Read(@"The result of this is $\sin x \cos y \tan z$ in the end.").Split(36),
        Is.EqualTo(new[] { "The result of this is", "sin x cos y tan z in the end." }));

    [Test]
    public void A_formula_gives_no_style_to_its_neighbours() =>
        Expect("$T_{c, d}$ and _so_ is $(x)_{\\gamma Q}$", "T_(c, d) and _so_ is (x)_γQ");

    private static void Expect(string markdown, string expected) =>
        Assert.That(WhatsAppText.From(markdown), Is.EqualTo(expected));
}
