using CsCheck;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;

namespace Twiga.Application.Tests.Documents;

internal sealed class Reading_prose
{
    private const int Samples = 20_000;

    [TestCase("Explain **two** uses of *salt*.", "Explain ;b(two); uses of ;i(salt);.")]
    [TestCase("Solve $x^2 = 4$ for \\(x\\).", "Solve ;m(x^2 = 4); for ;m(x);.")]
    [TestCase("It costs $5 and then $7.", "It costs $5 and then $7.")]
    [TestCase("2*3*4 and snake_case_name", "2;*;3;*;4 and snake_case_name")]
    [TestCase("H<sub>2</sub>O and x<sup>2</sup>", "H;sub(2);O and x;sup(2)")]
    [TestCase("1. stays a number", "1. stays a number")]
    [TestCase("- stays a stroke", "- stays a stroke")]
    [TestCase("# stays a sign", "# stays a sign")]
    [TestCase("one\ntwo", "one;br;two")]
    [TestCase("<script>alert(1)</script>", "<script>;alert(1);</script>")]
    [TestCase("`x = 1`", "code(x = 1)")]
    [TestCase("", "")]
    public void A_line_keeps_its_styles_and_formulas(string markdown, string expected) =>
        Assert.That(string.Join(';', Prose.Line(markdown).Inlines.Select(Show)), Is.EqualTo(expected));

    [Test]
    public void An_answer_keeps_its_structure()
    {
        var blocks = Prose.Blocks("""
            ## Steps

            Take $x$ first:

            $$x^2 = 4$$

            1. One
            2. Two
               - inner

            | Method | Use |
            |---|---|
            | sieving | sand |

            > Note this.

            ```
            a  b
            ```
            """);

        Assert.That(blocks.Select(b => b.GetType()), Is.EqualTo(new[]
        {
            typeof(Heading), typeof(Paragraph), typeof(Formula), typeof(Items), typeof(Table), typeof(Box), typeof(CodeLines),
        }));
        var items = (Items)blocks[3];
        Assert.Multiple(() =>
        {
            Assert.That(((Formula)blocks[2]).Latex, Is.EqualTo(["x^2 = 4"]));
            Assert.That(items.All.Select(i => i.Label), Is.EqualTo(["1.", "2."]));
            Assert.That(items.All[1].Blocks[1], Is.InstanceOf<Bullets>());
            Assert.That(((Table)blocks[4]).Head, Has.Count.EqualTo(2));
            Assert.That(((Table)blocks[4]).Rows, Has.Count.EqualTo(1));
            Assert.That(((CodeLines)blocks[6]).Lines, Is.EqualTo("a  b"));
        });
    }

    [Test]
    public void Any_text_is_read_and_no_letter_lost() =>
        Gen.String[Gen.OneOf(Gen.Char["ab12 $\\*_`#>-|\n<>[](){}^&~\uE000\uD83D"], Gen.Char), 0, 80].Sample(
            markdown =>
            {
                var letters = string.Concat(markdown.Where(c => c is 'a' or 'b'));
                var read = string.Concat(All(Prose.Blocks(markdown)).Where(c => c is 'a' or 'b'));
                var line = Prose.Line(markdown).Inlines.Count;
                return line >= 0 && (read.Length >= letters.Length || markdown.Any("`[<&~\\".Contains));
            },
            iter: Samples);

    private static string Show(Inline inline) => inline switch
    {
        Words words => words.Value,
        Bold bold => $"b({string.Concat(bold.Inlines.Select(Show))})",
        Italic italic => $"i({string.Concat(italic.Inlines.Select(Show))})",
        Raised raised => $"sup({string.Concat(raised.Inlines.Select(Show))})",
        Lowered lowered => $"sub({string.Concat(lowered.Inlines.Select(Show))})",
        Underlined underlined => $"u({string.Concat(underlined.Inlines.Select(Show))})",
        Maths maths => $"m({maths.Latex})",
        Code code => $"code({code.Value})",
        LineBreak => "br",
        _ => "?",
    };

    private static string All(IEnumerable<Block> blocks) => string.Concat(blocks.Select(b => b switch
    {
        Heading heading => Line(heading.Text),
        Paragraph paragraph => Line(paragraph.Text),
        Items items => string.Concat(items.All.Select(i => All(i.Blocks))),
        Bullets bullets => string.Concat(bullets.All.Select(All)),
        Box box => All(box.Blocks),
        CodeLines code => code.Lines,
        Formula formula => string.Concat(formula.Latex),
        Table table => string.Concat(table.Head.Concat(table.Rows.SelectMany(r => r)).Select(c => All(c.Blocks))),
        _ => "",
    }));

    private static string Line(Text text) => string.Concat(text.Inlines.Select(Show));
}
