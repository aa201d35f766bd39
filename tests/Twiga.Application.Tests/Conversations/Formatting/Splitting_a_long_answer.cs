using Twiga.Application.Conversations;

namespace Twiga.Application.Tests.Conversations;

internal sealed class Splitting_a_long_answer
{
    private const string Sentence = "The Moon pulls the water of the oceans. ";

    [Test]
    public void A_text_that_fits_stays_one() =>
        Assert.That(MessageSplitter.Split(new string('a', 4096)), Is.EqualTo(new[] { new string('a', 4096) }));

    [Test]
    public void Nothing_gives_no_part() => Assert.That(MessageSplitter.Split(" \n"), Is.Empty);

    [Test]
    public void Paragraphs_are_the_first_choice()
    {
        var (first, second) = (Repeat(Sentence, 30), Repeat(Sentence, 90));
        Assert.That(MessageSplitter.Split($"{first}\n\n{second}"), Is.EqualTo(new[] { first, second }));
    }

    [Test]
    public void Lines_come_next()
    {
        var line = Repeat(Sentence, 40);
        Assert.That(
            MessageSplitter.Split($"{line}\n{line}\n{line}"), Is.EqualTo(new[] { $"{line}\n{line}", line }));
    }

    [Test]
    public void Then_sentences() => Assert.That(
        MessageSplitter.Split(Repeat(Sentence, 150)),
        Is.EqualTo(new[] { Repeat(Sentence, 102), Repeat(Sentence, 48) }));

    [Test]
    public void Then_words() => Assert.That(
        MessageSplitter.Split(Repeat("bahari ", 600)),
        Is.EqualTo(new[] { Repeat("bahari ", 585), Repeat("bahari ", 15) }));

    [Test]
    public void Abbreviations_and_numbers_end_no_sentence() => Assert.That(
        MessageSplitter.Split("It was asked by Dr. Mrema of the school in Moshi town.", 32),
        Is.EqualTo(new[] { "It was asked by Dr. Mrema of the", "school in Moshi town." }));

    [Test]
    public void A_character_is_never_torn() => Assert.That(
        MessageSplitter.Split(string.Concat(Enumerable.Repeat("👩🏽‍🏫", 10)), 32),
        Has.All.Matches("^(👩🏽‍🏫)+$"));

    [Test]
    public void A_bold_run_is_closed_and_opened_again() => Assert.That(
        MessageSplitter.Split("*one two three _four five six seven_ eight*", 32),
        Is.EqualTo(new[] { "*one two three _four five six_*", "*_seven_ eight*" }));

    [Test]
    public void A_code_block_is_cut_between_its_lines() => Assert.That(
        MessageSplitter.Split("```for i in 1..9\n    print i\n    print 2 * i```", 32),
        Is.EqualTo(new[] { "```for i in 1..9\n    print i```", "```    print 2 * i```" }));

    [Test]
    public void Code_is_kept_whole_where_it_fits() => Assert.That(
        MessageSplitter.Split("Write this word by word: `for each child` now.", 32),
        Is.EqualTo(new[] { "Write this word by word:", "`for each child` now." }));

    [Test]
    public void A_quote_goes_on_as_a_quote() => Assert.That(
        MessageSplitter.Split("> Umoja ni nguvu, utengano ni udhaifu daima.", 32),
        Is.EqualTo(new[] { "> Umoja ni nguvu, utengano ni", "> udhaifu daima." }));

    [Test]
    public void A_formula_is_not_cut_beside_its_operators() => Assert.That(
        MessageSplitter.Split("So the result of this is x + y = 12 in the end.", 32),
        Is.EqualTo(new[] { "So the result of this is", "x + y = 12 in the end." }));

    [Test]
    public void What_must_stay_whole_does() => Assert.That(
        MessageSplitter.Split("So the result of this is sin x cos y in the end.", 32, [25..36]),
        Is.EqualTo(new[] { "So the result of this is", "sin x cos y in the end." }));

    [Test]
    public void A_limit_too_small_for_markup_is_refused() =>
        Assert.That(() => MessageSplitter.Split("a", 31), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times)).TrimEnd();
}
