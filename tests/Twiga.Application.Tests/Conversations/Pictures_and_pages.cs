using NSubstitute;
using Twiga.Application.Conversations;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Conversations;

internal sealed class Pictures_and_pages
{
    private const string Given =
        "Here is your exercise.\n\n*Questions*\n1. What causes tides? [1]\n   A. The moon\n   B. The wind\n   C. The soil\n\n"
        + "2. When are spring tides? [2]\n   A. Never\n   B. Twice a month\n   C. Daily\n\nAsk me for the answers.\n\nSources:\n[1] Geography";

    private static readonly Typeset Made = new([1, 2, 3], 1);

    [Test]
    public async Task Formulas_that_a_line_cannot_show_follow_as_a_picture_for_each_group()
    {
        using var talk = new Talk();
        talk.Typesetter.PictureAsync(default!, default).ReturnsForAnyArgs(Made);
        talk.Model.Says(
            """
            First the matrix

            $$A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$$

            $$B = \begin{pmatrix} 5 & 6 \\ 7 & 8 \end{pmatrix}$$

            and then, where $x^2 = 4$ stays a line, the other one $\begin{vmatrix} 1 & 2 \\ 3 & 4 \end{vmatrix}$.
            """);

        var reply = await talk.AskAsync("Show me a matrix");

        Assert.That(reply.Messages.Select(m => m.GetType()), Is.EqualTo([typeof(TextContent), typeof(ImageContent), typeof(ImageContent)]));
        Assert.That(reply.Text, Does.Contain("x² = 4").And.Contain("(1, 2; 3, 4)"));
        await talk.Typesetter.Received(1).PictureAsync(
            Arg.Is<IReadOnlyList<string>>(l => l.Count == 2 && l[0].Contains("A =") && l[1].Contains("B =")), Arg.Any<CancellationToken>());
    }

    [Test]
    public async Task A_picture_stands_between_the_words_of_a_long_answer_where_its_formula_stands()
    {
        using var talk = new Talk();
        talk.Typesetter.PictureAsync(default!, default).ReturnsForAnyArgs(Made);
        talk.Model.Says(
            $$"""
            First the matrix

            $$A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$$

            {{Long(1)}}

            Then another, $B = \begin{pmatrix} 5 & 6 \\ 7 & 8 \end{pmatrix}$, in a line with **bold** words.

            {{Long(1)}}
            Last words.
            """);

        var reply = await talk.AskAsync("Show me a matrix");

        Assert.That(
            reply.Messages.Select(m => m is TextContent t ? t.Body[..5] : "picture"),
            Is.EqualTo(["First", "picture", "Water", "picture", "Water"]));
        Assert.That(((TextContent)reply.Messages[0]).Body, Is.EqualTo("First the matrix\n\nA = (1, 2; 3, 4)"));
        Assert.That(((TextContent)reply.Messages[2]).Body, Does.EndWith("in a line with *bold* words."));
        Assert.That(((TextContent)reply.Messages[4]).Body, Does.EndWith("Last words."));
    }

    [Test]
    public async Task Without_a_typesetter_formulas_stay_text()
    {
        using var talk = new Talk();
        talk.Model.Says(@"$$A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$$");

        var reply = await talk.AskAsync("Show me a matrix");

        Assert.That(reply.Messages.Single(), Is.InstanceOf<TextContent>());
    }

    [Test]
    public async Task An_answer_of_more_than_three_parts_is_a_document_with_one_line()
    {
        using var talk = new Talk();
        Document? set = null;
        talk.Typesetter.PdfAsync(Arg.Do<Document>(d => set = d), default).ReturnsForAnyArgs(Made);
        talk.Model.Says("# The water cycle\n\n" + Long(4));

        var reply = await talk.AskAsync("Tell me all about water");

        var sent = (DocumentContent)reply.Messages.Single();
        Assert.Multiple(() =>
        {
            Assert.That(sent.FileName, Is.EqualTo("The water cycle 2026-11-22.pdf"));
            Assert.That(sent.Caption, Is.EqualTo("The answer is long, so I have put it into a document."));
            Assert.That(set!.Title, Is.EqualTo("The water cycle"));
            Assert.That(reply.Text, Does.Contain("clouds"));
        });
    }

    [TestCase(3)]
    [TestCase(5)]
    public async Task What_is_short_enough_or_cannot_be_set_goes_as_messages(int parts)
    {
        using var talk = new Talk();
        if (parts <= LongAnswer.PartsAtMost)
            talk.Typesetter.PdfAsync(default!, default).ReturnsForAnyArgs(Made);
        talk.Model.Says(Long(parts));

        var reply = await talk.AskAsync("Tell me all about water");

        Assert.That(reply.Messages, Has.Count.GreaterThanOrEqualTo(parts).And.All.InstanceOf<TextContent>());
    }

    [TestCase("As document", "en", "")]
    [TestCase("kama hati ", "sw", "")]
    [TestCase("As document", "en", "\n\n*Answers*\n1. A\n2. B. It rises")]
    public async Task The_button_below_an_exercise_makes_a_sheet_of_it_without_answers_or_the_model(string words, string language, string answers)
    {
        using var talk = new Talk();
        Document? set = null;
        talk.Typesetter.PdfAsync(Arg.Do<Document>(d => set = d), default).ReturnsForAnyArgs(Made);
        talk.Earlier.Add(new Exchange("an exercise please", Given + answers, "answers of the exercise: 1. A"));
        talk.Earlier.Add(new Exchange("thanks", "You are welcome."));

        var reply = await talk.AskAsync(words, language == "sw" ? Language.Swahili : Language.English);

        var sent = (DocumentContent)reply.Messages.Single();
        var items = set!.Blocks.OfType<Items>().SelectMany(i => i.All).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(sent.FileName, Is.EqualTo("Exercise 2026-11-22.pdf"));
            Assert.That(sent.Caption, Does.StartWith(language == "sw" ? "Hili hapa" : "Here is"));
            Assert.That(items.Select(i => i.Label), Is.EqualTo(["1.", "2."]));
            Assert.That(items.All(i => i.Blocks is [Paragraph, Options { All.Count: 3 }]));
            Assert.That(set.Blocks[0], Is.InstanceOf<Paragraph>());
            Assert.That(talk.Model.Asked, Is.Empty);
        });
    }

    [Test]
    public async Task Without_an_exercise_the_words_of_the_button_are_a_question_like_any_other()
    {
        using var talk = new Talk();
        talk.Model.Says("Which exercise do you mean?");

        var reply = await talk.AskAsync("As document");

        Assert.That(reply.Text, Is.EqualTo("Which exercise do you mean?"));
    }

    private static string Long(int parts) =>
        string.Join("\n\n", Enumerable.Repeat("Water rises from the sea and the land, and makes clouds. ", parts * 66));
}
