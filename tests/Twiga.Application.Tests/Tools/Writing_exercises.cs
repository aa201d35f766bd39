using Twiga.Application.Conversations;
using Twiga.Application.Curriculum;
using Twiga.Application.Tests.Conversations;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Tools;

[TestFixture]
internal sealed class Writing_exercises
{
    private const string One =
        """{"question":"What causes tides?","options":["The wind","The moon","The rain","The fish"],"right":"B","passage":1}""";

    private const string Two =
        """{"question":"When are spring tides?","options":["Daily","Never","Twice a month","Yearly"],"right":"C","passage":3}""";

    private const string Alike =
        """{"question":"What causes tides?","options":["a","b","c","d"],"right":"A","passage":1}""";

    private const string TwoAlikeOptions =
        """{"question":"Which?","options":["The moon","the moon.","c","d"],"right":"A","passage":1}""";

    private Talk _talk = null!;

    [SetUp]
    public void Begin() => _talk = new Talk();

    [TearDown]
    public void End() => _talk.Dispose();

    [Test]
    public async Task Grounds_them_in_the_books_and_keeps_the_answers_back()
    {
        Asks(2);
        _talk.Model.Says($$"""{"items":[{{One}},{{Two}}]}""").Says("1. What causes tides? [1]\n2. Spring tides? [3]");

        var reply = await _talk.AskAsync("2 questions on tides");

        Assert.That(
            _talk.Seen(),
            Does.Contain("1. What causes tides? [1]\n   A. The fish\n   B. The moon\n   C. The rain\n   D. The wind")
                .And.Contain("1. B. The moon").And.Contain("2. C. Twice a month"));
        Assert.That(reply.Text, Does.Contain("Sources:\n[1] Geography Form 2"));
        Assert.That(reply.Kept, Is.EqualTo("answers of the exercise: 1. B. The moon; 2. C. Twice a month"));
        Assert.That(_talk.Model.Uses, Is.EqualTo(new[] { "converse", "generate_exercise" }));
    }

    [Test]
    public async Task Makes_no_exercise_of_the_exercises_in_the_book()
    {
        _talk.Books.Answer = _ => new SearchOutcome.Found(
        [
            Library.Passage(1, "1. Name two kinds of tides.") with { Kind = PassageKind.Exercise },
            Library.Passage(2, "The moon causes tides."),
        ]);
        Asks(1);
        _talk.Model.Says($$"""{"items":[{{One}}]}""").Says("Here.");

        await _talk.AskAsync("A question on tides");

        Assert.That(_talk.Model.Asked[1].Messages[1].Text, Does.Contain("The moon causes").And.Not.Contain("Name two kinds"));
    }

    [Test]
    public async Task Short_options_that_differ_by_case_are_different_answers()
    {
        const string Genes =
            """{"question":"Which is heterozygous?","options":["TT","tt","Tt"],"right":"C","passage":1}""";
        Asks(2);
        _talk.Model.Says($$"""{"items":[{{Genes}},{{Two}}]}""").Says("1. …");

        var reply = await _talk.AskAsync("2 questions on tides");

        Assert.That(_talk.Seen(), Does.Contain("TT").And.Contain("Tt"));
        Assert.That(reply.Kept, Does.Match(@"1\. [A-C]\. Tt;"));
    }

    [Test]
    public async Task Offers_the_next_steps_as_buttons()
    {
        Asks(2);
        _talk.Model.Says($$"""{"items":[{{One}},{{Two}}]}""").Says("1. …");

        var reply = await _talk.AskAsync("Maswali 2 ya tides", Language.Swahili);

        var buttons = (ButtonsContent)reply.Messages.Single();
        Assert.That(buttons.Body, Is.EqualTo(reply.Text));
        Assert.That(
            buttons.Buttons,
            Is.EqualTo(new ReplyButton[] { new("say:answers", "Majibu"), new("say:another", "Zoezi lingine"), new("say:document", "Kama hati") }));
    }

    [Test]
    public async Task An_exercise_for_a_class_that_is_taught_in_English_stays_in_English_whatever_she_writes()
    {
        const string sheet =
            "1. Which of these is the main cause of the tides in the sea? [1]\n   A. The wind that blows over it\n   B. The moon\n\n" +
            "2. When are the spring tides that are the highest of all? [3]";
        Asks(2);
        _talk.Model.Says($$"""{"items":[{{One}},{{Two}}]}""").Says(sheet);

        var reply = await _talk.AskAsync("Maswali 2 ya tides", Language.Swahili);

        Assert.That(reply.Text, Does.Contain("highest of all").And.Not.Contain("Samahani"));
        Assert.That(_talk.Model.Uses, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Puts_the_buttons_in_a_message_of_their_own_below_a_long_one()
    {
        Asks(2);
        _talk.Model.Says($$"""{"items":[{{One}},{{Two}}]}""").Says(string.Concat(Enumerable.Repeat("Long words. ", 100)));

        var reply = await _talk.AskAsync("2 questions on tides");

        Assert.That(reply.Messages, Has.Count.EqualTo(2));
        Assert.That(((ButtonsContent)reply.Messages[1]).Body, Is.EqualTo("What next?"));
    }

    [Test]
    public async Task Lets_the_model_know_the_answers_in_the_next_turn()
    {
        _talk.Earlier.Add(new Exchange("2 questions", "1. What causes tides?", "answers of the exercise: 1. B"));
        _talk.Model.Says("1. B, the moon.");

        await _talk.AskAsync("Answers");

        Assert.That(
            _talk.Model.Asked[0].Messages[2].Text,
            Is.EqualTo("1. What causes tides?\n\n(Known to you and not yet told to her: answers of the exercise: 1. B)"));
    }

    [Test]
    public async Task Asks_once_more_for_items_that_are_missing_alike_or_faulty()
    {
        Asks(2);
        _talk.Model.Says($$"""{"items":[{{One}},{{Alike}},{{TwoAlikeOptions}}]}""")
            .Says($$"""{"items":[{{Two}}]}""").Says("Here.");

        await _talk.AskAsync("2 questions on tides");

        Assert.That(_talk.Model.Asked[2].Messages[^1].Text, Does.StartWith("1 more are needed"));
        Assert.That(_talk.Seen(), Does.Contain("2. When are spring tides?").And.Not.Contain("fewer than asked"));
    }

    [Test]
    public async Task Says_when_there_are_fewer_than_asked()
    {
        Asks(3);
        _talk.Model.Says($$"""{"items":[{{One}}]}""").Says($$"""{"items":[{{Alike}}]}""").Says("Here is one.");

        await _talk.AskAsync("3 questions on tides");

        Assert.That(_talk.Seen(), Does.Contain("2 fewer than asked were possible"));
    }

    [TestCase("matching", """{"left":"Spring tide","right":"Twice a month","passage":3}""", "**List A**\n1. Spring tide [3]\n\n**List B**\nA. Twice a month")]
    [TestCase("true_false", """{"statement":"Fish cause tides.","is_true":false,"passage":1}""", "1. Fish cause tides. [1]")]
    [TestCase("essay", """{"question":"Explain tides.","answer":"Moon, sun","passage":1}""", "1. Explain tides. [1]")]
    public async Task Has_every_kind(string kind, string item, string expected)
    {
        _talk.Model.Calls(
            ("generate_exercise", new { query = "tides", @class = "Geography Form 2", count = 1, kind }));
        _talk.Model.Says($$"""{"items":[{{item}}]}""").Says("Here.");

        await _talk.AskAsync("An exercise");

        Assert.That(_talk.Seen(), Does.Contain(expected));
    }

    [Test]
    public async Task Writes_none_where_the_books_are_silent()
    {
        _talk.Books.Answer = _ => new SearchOutcome.NothingFound();
        Asks(2);
        _talk.Model.Says("Your books do not cover this.");

        var reply = await _talk.AskAsync("2 questions on football");

        Assert.That(_talk.Seen(), Does.Contain("no exercise was written"));
        Assert.That(reply.Kept, Is.Null);
        Assert.That(_talk.Model.Uses, Is.EqualTo(new[] { "converse" }));
    }

    private void Asks(int count) =>
        _talk.Model.Calls(("generate_exercise", new { query = "tides", @class = "Geography Form 2", count }));
}
