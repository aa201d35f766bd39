using Twiga.Application.Conversations;

namespace Twiga.Application.Tests.Conversations;

internal sealed class Writing_Markdown_as_WhatsApp_markup
{
    [TestCase("**Photosynthesis** needs light.", "*Photosynthesis* needs light.")]
    [TestCase("__Photosynthesis__ needs light.", "*Photosynthesis* needs light.")]
    [TestCase("*osmosis* and _diffusion_", "_osmosis_ and _diffusion_")]
    [TestCase("***both***", "*_both_*")]
    [TestCase("~~wrong~~ right", "~wrong~ right")]
    [TestCase("**a _b_ c**", "*a _b_ c*")]
    [TestCase("Use `print(x)` here", "Use `print(x)` here")]
    [TestCase("**bold** **bold**", "*bold* *bold*")]
    [TestCase("(**a**), \"**b**\".", "(*a*), \"*b*\".")]
    public void Styles_are_kept(string markdown, string expected) => Expect(markdown, expected);

    [TestCase("2*3*4 = 24")]
    [TestCase("2**3**4")]
    [TestCase("a*b*c")]
    [TestCase("2 * 3 * 4 = 24")]
    [TestCase("snake_case_name and other_name")]
    [TestCase("The capital of ____ is ____.")]
    [TestCase("It costs $5 and $10, or US$20.")]
    [TestCase("Tides follow the Moon [1], the Sun less [2].")]
    [TestCase("[1]: Biology")]
    [TestCase("About ~5 km or ~10 km")]
    [TestCase("x<y and y>z")]
    [TestCase("if a < b then c > d & e")]
    [TestCase("https://example.org/a_b_c/*x*/d~e~f")]
    [TestCase("5 > 3")]
    [TestCase("C:\\temp\\new")]
    [TestCase("Habari! Mambo? Ndiyo.")]
    public void Text_stays_text(string text) => Expect(text, text);

    [TestCase("**Note**that", "Notethat")]
    [TestCase("fact**[1]", "fact**[1]")]
    [TestCase("**fact**[1]", "*fact*[1]")]
    [TestCase("**Kiswahili **", "∗∗Kiswahili ∗∗")]
    public void Signs_that_WhatsApp_would_show_are_left_out(string markdown, string expected) => Expect(markdown, expected);

    [TestCase(@"\*not bold\*", "∗not bold∗")]
    [TestCase(@"\_not italic\_", "ˍnot italicˍ")]
    [TestCase("~not struck~", "∼not struck∼")]
    [TestCase(@"2\*3 and \# 4", "2*3 and # 4")]
    [TestCase("**2 \\*x\\* 3**", "*2 ∗x∗ 3*")]
    public void What_is_escaped_is_shown_as_itself(string markdown, string expected) => Expect(markdown, expected);

    [TestCase("# Tides", "*Tides*")]
    [TestCase("## The **Moon**\n\nIt pulls.", "*The Moon*\nIt pulls.")]
    [TestCase("Tides\n=====\nText", "*Tides*\nText")]
    [TestCase("one\ntwo\n\nthree", "one\ntwo\n\nthree")]
    [TestCase("one\n\n---\n\ntwo", "one\n\ntwo")]
    [TestCase("Answer:\n\n__________", "Answer:\n\n__________")]
    [TestCase("> said **she**\n> again", "> said *she*\n> again")]
    [TestCase("> - a\n> - b", "> - a\n> - b")]
    [TestCase("```python\nx = 1\ny = *x*\n```", "```x = 1\ny = *x*```")]
    [TestCase("    indented prose", "indented prose")]
    public void Blocks_become_lines(string markdown, string expected) => Expect(markdown, expected);

    [TestCase("* a\n* b", "- a\n- b")]
    [TestCase("- a\n\n- b", "- a\n- b")]
    [TestCase("1. a\n2. b\n   - c\n   - d\n3. e", "1. a\n2. b\n   - c\n   - d\n3. e")]
    [TestCase("3) a\n4) b", "3) a\n4) b")]
    [TestCase("- a\n  1. b\n  2. c", "- a\n  1. b\n  2. c")]
    [TestCase("Steps:\n- a\n- b\n\nDone.", "Steps:\n- a\n- b\n\nDone.")]
    [TestCase("1. Why?\n2. When?\n\n1. B\n2. C", "1. Why?\n2. When?\n\n1. B\n2. C")]
    [TestCase("1. a\n1. b\n1. c", "1. a\n2. b\n3. c")]
    [TestCase("1. a\n\n   more\n2. b", "1. a\n   more\n2. b")]
    [TestCase("12\n+ 5\n= 17", "12\n+ 5\n= 17")]
    public void Lists_stay_lists(string markdown, string expected) => Expect(markdown, expected);

    [TestCase("[TIE](https://tie.go.tz)", "TIE (https://tie.go.tz)")]
    [TestCase("[https://tie.go.tz](https://tie.go.tz)", "https://tie.go.tz")]
    [TestCase("<https://tie.go.tz/a_b_>", "https://tie.go.tz/a_b_")]
    [TestCase("[**TIE**](https://tie.go.tz) site", "*TIE* (https://tie.go.tz) site")]
    [TestCase("![A map of Tanzania](map.png)", "A map of Tanzania")]
    [TestCase("[site][t]\n\n[t]: https://tie.go.tz", "site (https://tie.go.tz)")]
    [TestCase("H<sub>2</sub>O and x<sup>2</sup>", "H₂O and x²")]
    [TestCase("<b>bold</b><br>next &amp; last &lt;", "*bold*\nnext & last <")]
    [TestCase("<ul><li>a</li><li>b</li></ul>", "- a\n- b")]
    [TestCase("a<!-- hidden -->b", "ab")]
    public void Links_images_and_HTML_become_text(string markdown, string expected) => Expect(markdown, expected);

    [Test]
    public void A_table_of_two_columns_becomes_a_simple_list() => Expect(
        "| Method | Used for |\n|---|---|\n| Sieving | sand and **gravel** |\n| Filtering | mud |",
        "*Method – Used for*\n- Sieving: sand and *gravel*\n- Filtering: mud");

    [Test]
    public void A_row_of_a_wider_table_names_its_columns() => Expect(
        "| Planet | Moons | Day |\n|---|---:|---|\n| Mars | 2 | 24.6 h |\n| Earth | 1 | 24 h |\n\nSee [1].",
        "*Planet: Mars*\n- Moons: 2\n- Day: 24.6 h\n\n*Planet: Earth*\n- Moons: 1\n- Day: 24 h\n\nSee [1].");

    private static void Expect(string markdown, string expected) =>
        Assert.That(WhatsAppText.From(markdown), Is.EqualTo(expected));
}
