using CsCheck;
using Twiga.Application.Conversations;
using Twiga.Application.Documents;

namespace Twiga.Application.Tests.Conversations;

internal sealed class Any_text_at_all
{
    private const int Samples = 100_000;
    private const int Limit = 64;

    private static readonly string[] Words = ["maji", "samaki", "kitabu", "shule", "mwalimu"];

    private static readonly string[] Signs =
    [
        " ", " ", " ", "\n", "\n\n", "*", "**", "***", "_", "__", "~~", "~", "`", "``", "```", "#", "# ", "> ", "- ", "* ",
        "1. ", "2) ", "  ", "    ", "|", " | ", "\n|---|---|\n", "[", "]", "(", ")", "](", "<", ">", "<b>", "</b>", "<sub>",
        "</sub>", "<br>", "&amp;", "\\", "\\*", "$", "$$", "\\(", "\\)", "\\[", "\\]", "{", "}", "^", "_", "&", "\\\\", "=",
        "+", "-", "/", "5", "12", "x", ".", ". ", ", ", "!", "?", "$5", "\\$", "[1]", "\\frac", "\\frac{1}{2}", "\\sqrt",
        "\\sqrt[3]", "\\text{", "\\ce{", "\\left(", "\\right)", "\\times", "\\alpha", "\\sum", "\\vec", "\\overline{", "\\over",
        "\\begin{aligned}", "\\end{aligned}", "\\begin{pmatrix}", "\\end{pmatrix}", "\\sin", "\\to", "\\xrightarrow{",
        "👩🏽‍🏫", "😀", "é", "e\u0301", "ﷺ", "\uE000", "\uF8FF", "\t", "\r\n", "---", "https://tie.go.tz/a-b", "_____", "'", "′",
    ];

    private static readonly Gen<string[]> Texts =
        Gen.OneOf(Any(Words), Any(Signs), Any(Signs)).Array[1, 40];

    private static readonly Dictionary<char, char> Plain = "abcdefghijklmnopqrstuvwxyz"
        .SelectMany(c => new[] { Scripts.TryRaise($"{c}"), Scripts.TryLower($"{c}") }.OfType<string>().Select(s => (s[0], c)))
        .Where(p => p.Item1 != p.c).ToDictionary();

    [Test]
    public void Keeps_its_words_and_fits_into_messages() => Each(
        pieces =>
        {
            var text = string.Concat(pieces);
            var read = WhatsAppText.Read(text);
            Keeps(pieces, read.Text);
            Fits(read.Text, read.Split(Limit));
            SameStyles(read.Text, read.Split(Limit));
        });

    [Test]
    public void Is_cut_without_loss_whatever_it_is() => Each(
        pieces => Fits(string.Concat(pieces), MessageSplitter.Split(string.Concat(pieces), Limit)));

    [Test]
    public void Is_printed_when_taken_for_a_formula() =>
        Each(pieces => Keeps(pieces, MathText.From(string.Concat(pieces)).Text));

    [Test]
    public void Nests_as_deep_as_it_likes([Values("{", "\\frac{", "\\sqrt[", "\\left(", "[", "> ", "- ", "**a ", "*a _b ", "\\ce{",
        "\\begin{aligned}", "^{", "\\text{$", "`a ", "$x", "\\(", "\\pi", "\\frac{1}{", "![", "<b>", "(", "\\ce{->[")] string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 20_000));

        Assert.That(() => WhatsAppText.Read(text).Split(), Throws.Nothing);
        Assert.That(() => WhatsAppText.Read($"${text[..1900]}$"), Throws.Nothing);
    }

    // The same texts in every run, or others where TWIGA_FUZZ names where they begin (twelve letters and digits).
    private static void Each(Action<string[]> check)
    {
        var random = PCG.Parse(Environment.GetEnvironmentVariable("TWIGA_FUZZ") ?? "0000000000b2");
        for (var sample = 0; sample < Samples; sample++)
        {
            var pieces = Texts.Generate(random, null, out _);
            try
            {
                check(pieces);
            }
            catch (Exception fault)
            {
                throw new AssertionException($"sample {sample} «{string.Concat(pieces)}»: {fault.Message}", fault);
            }
        }
    }

    private static Gen<string> Any(string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

    private static void Keeps(string[] pieces, string shown)
    {
        var letters = Letters(shown);
        foreach (var letter in Words.SelectMany(w => w).Distinct())
        {
            if (letters.Count(l => l == letter) < pieces.Where(Words.Contains).Sum(w => w.Count(l => l == letter)))
                throw new AssertionException($"{letter} is lost in «{shown}»");
        }

        // Scripts may change places with what they stand beside: ^m aji.
        var lost = Words.FirstOrDefault(w => letters.Split(w).Length <= pieces.Count(p => p == w));
        if (lost is not null && !pieces.Intersect(["^", "_", "__"]).Any())
            throw new AssertionException($"{lost} is lost in «{shown}»");
    }

    private static void Fits(string text, IReadOnlyList<string> parts)
    {
        if (parts.Any(p => p.Length > Limit || p.Length == 0))
            throw new AssertionException($"a part is too long or empty: «{string.Join("» «", parts)}»");
        if (parts.Any(p => char.IsLowSurrogate(p[0]) || char.IsHighSurrogate(p[^1])))
            throw new AssertionException($"a character is torn: «{string.Join("» «", parts)}»");
        if (Letters(string.Concat(parts)) != Letters(text))
            throw new AssertionException($"words are lost: «{string.Join("» «", parts)}»");
    }

    private static void SameStyles(string text, IReadOnlyList<string> parts)
    {
        var (whole, cut) = (Styled(text), string.Concat(parts.Select(Styled)));
        if (whole != cut)
            throw new AssertionException($"{whole}\n{cut}\n«{string.Join("» «", parts)}»");
    }

    // Each letter, before it the signs of the styles it is shown in.
    private static string Styled(string text)
    {
        var runs = WhatsAppMarkup.Read(text);
        return string.Concat(text.Select((c, i) => char.IsLetter(c)
            ? string.Concat(runs.Where(r => r.Start <= i && i < r.Close).Select(r => r.Marker[0]).Distinct().Order()) + c
            : ""));
    }

    private static string Letters(string text) =>
        string.Concat(text.Select(c => Plain.GetValueOrDefault(c, c)).Where(char.IsAsciiLetter));
}
