using Microsoft.Extensions.AI;
using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Conversations;

[TestFixture]
internal sealed class A_model_that_misbehaves
{
    private Talk _talk = null!;

    [SetUp]
    public void Begin() => _talk = new Talk();

    [TearDown]
    public void End() => _talk.Dispose();

    [Test]
    public async Task Calling_an_unknown_tool_is_told_so_and_answers()
    {
        _talk.Model.Calls(("rob_a_bank", new { amount = 3 })).Says("Let us stay with teaching.");

        var reply = await _talk.AskAsync("Hi");

        Assert.That(reply.Text, Is.EqualTo("Let us stay with teaching."));
        Assert.That(Results().Single(), Does.Contain("not found"));
    }

    [Test]
    public async Task Breaking_its_arguments_is_told_so_and_may_correct_them()
    {
        _talk.Model
            .Calls(("search_knowledge", new Dictionary<string, object?> { [BrokenArguments.Key] = "{oops" }))
            .Calls(("search_knowledge", new { search_phrase = "tides", @class = "Geography Form 2" }))
            .Says("The moon [1].");

        var reply = await _talk.AskAsync("Tides?");

        Assert.That(reply.Text, Does.StartWith("The moon [1]."));
        Assert.That(Results()[0], Does.StartWith("Not done:"));
    }

    [Test]
    public async Task Asking_for_a_class_of_somebody_else_reaches_no_book()
    {
        _talk.Model.Calls(("search_knowledge", new { search_phrase = "atoms", @class = "Chemistry Form 3" }))
            .Says("Which of your classes is it for?");

        await _talk.AskAsync("Atoms?");

        Assert.That(_talk.Books.Searches, Is.Empty);
        Assert.That(Results().Single(), Does.Contain("Geography Form 2, Kiswahili Form 1"));
    }

    [Test]
    public async Task Calling_tools_without_end_is_made_to_answer_without_them()
    {
        var n = 0;
        _talk.Model.Does(asked => _talk.Model.Asked[^1].Options?.Tools is { Count: > 0 }
            ? new ChatMessage(
                ChatRole.Assistant,
                [new FunctionCallContent($"c{++n}", "search_knowledge", new Dictionary<string, object?>
                {
                    ["search_phrase"] = $"tides {n}", ["class"] = "Geography Form 2",
                })])
            : new ChatMessage(ChatRole.Assistant, "The moon [1]."));

        var reply = await _talk.AskAsync("Tides?");

        Assert.That(reply.Text, Does.StartWith("The moon [1]."));
        Assert.That(_talk.Books.Searches, Has.Count.EqualTo(8));
        Assert.That(_talk.Model.Asked, Has.Count.EqualTo(9));
    }

    [Test]
    public async Task Calling_tools_even_when_it_has_none_ends_in_an_honest_sentence()
    {
        _talk.Model.Does(_ => new ChatMessage(
            ChatRole.Assistant, [new FunctionCallContent($"c{Guid.NewGuid()}", "search_knowledge")]));

        var reply = await _talk.AskAsync("Tides?", Language.Swahili);

        Assert.That(reply.Text, Does.StartWith("Samahani, safari hii sikuweza kuandaa jibu."));
        foreach (var (messages, _) in _talk.Model.Asked)
            AssertPaired(messages);
    }

    [Test]
    public async Task Saying_nothing_is_asked_once_more()
    {
        _talk.Model.Says("  ").Says("Here I am.");

        Assert.That((await _talk.AskAsync("Hi")).Text, Is.EqualTo("Here I am."));
        Assert.That(_talk.Model.Asked[1].Messages[^1].Text, Does.Contain("empty"));
    }

    [Test]
    public async Task Saying_nothing_twice_ends_in_an_honest_sentence_in_her_language()
    {
        _talk.Model.Says("");

        Assert.That((await _talk.AskAsync("Hi")).Text, Does.StartWith("I could not put together an answer"));
        Assert.That((await _talk.AskAsync("Habari", Language.Swahili)).Text, Does.StartWith("Samahani"));
        Assert.That(_talk.Model.Asked, Has.Count.EqualTo(4));
    }

    [TestCase("I used search_knowledge for you: the moon [1].")]
    [TestCase("My rules: Search the books of the right class before you answer a question about a subject. The moon [1].")]
    public async Task Giving_away_tools_or_rules_is_asked_to_write_again(string leak)
    {
        _talk.Model.Calls(("search_knowledge", new { search_phrase = "tides", @class = "Geography Form 2" }))
            .Says(leak).Says("The moon [1].");

        var reply = await _talk.AskAsync("Tides?");

        Assert.That(reply.Text, Does.StartWith("The moon [1].\n\nSources:"));
        Assert.That(_talk.Model.Asked[^1].Messages[^1].Text, Does.Contain("tools or instructions"));
    }

    [Test]
    public async Task Giving_away_tools_again_loses_the_word_and_not_the_answer()
    {
        _talk.Model.Says("With `search_knowledge` I find: the moon.");

        var reply = await _talk.AskAsync("Tides?");

        Assert.That(reply.Text, Is.EqualTo("With search knowledge I find: the moon."));
        Assert.That(_talk.Model.Asked, Has.Count.EqualTo(2));
    }

    [TestCase("I have sent you the exam as a PDF.", Language.English, "(To be clear: I have sent you nothing")]
    [TestCase("I've already saved your lesson plan.", Language.English, "(To be clear: I have sent you nothing")]
    [TestCase("Please find the attached notes. The file is attached.", Language.English, "(To be clear:")]
    [TestCase("Nimekutumia mtihani wako tayari.", Language.Swahili, "(Ili kuondoa utata: sijakutumia")]
    [TestCase("Sawa, I have deleted your data.", Language.English, "saved or changed nothing")]
    [TestCase("Nimefuta taarifa zako zote.", Language.Swahili, "sijahifadhi wala kubadilisha")]
    [TestCase("I will remind you tomorrow at 7.", Language.English, "saved or changed nothing")]
    [TestCase("Sawa mwalimu, nitakukumbusha kesho.", Language.Swahili, "sijahifadhi wala kubadilisha")]
    public async Task Claiming_to_have_sent_something_is_asked_to_write_again_and_then_put_right(
        string claim, Language language, string expected)
    {
        _talk.Model.Says(claim);

        var reply = await _talk.AskAsync("Exam?", language);

        Assert.That(reply.Text, Does.StartWith(claim).And.Contains(expected));
        Assert.That(_talk.Model.Asked[1].Messages[^1].Text, Does.Contain("Nothing was, in this turn"));
    }

    [TestCase("Write: \"I have sent you a letter.\" This is the present perfect.")]
    [TestCase("She says *I have sent the file* to her friend.")]
    [TestCase("The ovary is sent signals by hormones; heat is sent out.")]
    [TestCase("A muscle is attached to a bone by a tendon; the placenta is attached to the uterus.")]
    [TestCase("The colours will remind you of the order: red first.")]
    public async Task Teaching_such_a_sentence_is_not_claiming_it(string lesson)
    {
        _talk.Model.Says(lesson);

        await _talk.AskAsync("Present perfect?");

        Assert.That(_talk.Model.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Answering_a_Swahili_question_in_English_is_asked_for_Swahili()
    {
        _talk.Model
            .Says("The tides are caused by the pull of the moon and the sun on the water of the oceans of the earth.")
            .Says("Mawimbi husababishwa na mvutano wa mwezi.");

        var reply = await _talk.AskAsync("Mawimbi husababishwa na nini?", Language.Swahili);

        Assert.That(reply.Text, Is.EqualTo("Mawimbi husababishwa na mvutano wa mwezi."));
    }

    [Test]
    public async Task Answering_a_Swahili_question_in_English_again_is_told_with_the_answer()
    {
        _talk.Model.Says("The tides are caused by the pull of the moon and the sun on the water of the oceans of the earth.");

        var reply = await _talk.AskAsync("Mawimbi husababishwa na nini?", Language.Swahili);

        Assert.That(reply.Text, Does.StartWith("The tides").And.Contain("nimeweza kujibu kwa Kiingereza tu"));
    }

    [Test]
    public async Task Naming_a_page_it_never_saw_is_asked_to_write_again_and_then_told()
    {
        _talk.Model.Calls(("search_knowledge", new { search_phrase = "tides", @class = "Geography Form 2" }))
            .Says("The moon, as page 212 of the syllabus says [1].");

        var reply = await _talk.AskAsync("Tides?");

        Assert.That(_talk.Model.Asked[2].Messages[^1].Text, Does.Contain("names a page"));
        Assert.That(reply.Text, Does.Contain("have not seen every page"));
    }

    [TestCase("The moon [1].\n\n**Sources:**\n- TIE Geography\n- Wikipedia")]
    [TestCase("The moon [1].\n\nVyanzo:\n[1] Geography Form 9, ukurasa wa 9\n")]
    [TestCase("The moon [1].\n### References\n\n1. A book\n2. Another")]
    public async Task Writing_sources_of_its_own_loses_them(string words)
    {
        _talk.Model.Calls(("search_knowledge", new { search_phrase = "tides", @class = "Geography Form 2" })).Says(words);

        var reply = await _talk.AskAsync("Tides?");

        Assert.That(_talk.Model.Asked, Has.Count.EqualTo(2));
        Assert.That(reply.Text, Is.EqualTo("The moon [1].\n\nSources:\n[1] Geography Form 2, Chapter 3 The Ocean, page 41"));
    }

    [TestCase("Water sources:\n- wells\n- rivers\nAll need care.")]
    [TestCase("List the sources of energy:\n- the sun\n- wood")]
    public async Task Teaching_about_sources_keeps_them(string words)
    {
        _talk.Model.Says(words);

        Assert.That((await _talk.AskAsync("Sources?")).Text, Does.Contain(words.Contains("wood") ? "wood" : "rivers"));
    }

    [TestCase("See page 41 of your book [1].")]
    [TestCase("See pages 41 to 42, or p. 7 as you say [1].")]
    [TestCase("Soma kurasa 41–42 na ukurasa wa 19 [1].")]
    public async Task Naming_pages_it_saw_is_fine(string words)
    {
        _talk.Earlier.Add(new Application.Conversations.Exchange("Sail?", "That is on page 19.", null));
        _talk.Model.Calls(("search_knowledge", new { search_phrase = "tides", @class = "Geography Form 2" })).Says(words);

        var reply = await _talk.AskAsync("Is it on page 7?");

        Assert.That(_talk.Model.Asked, Has.Count.EqualTo(2));
        Assert.That(reply.Text, Does.Not.Contain("have not seen"));
    }

    [TestCase("<function=search_knowledge>{\"search_phrase\": \"tides\", \"class\": \"Geography Form 2\"}</function>")]
    [TestCase("<think>She wants tides {x}.</think>{\"name\":\"search_knowledge\",\"parameters\":{\"search_phrase\":\"tides\",\"class\":\"Geography Form 2\"}}")]
    public async Task Writing_its_tool_calls_as_text_is_understood(string text)
    {
        _talk.Model.Says(text).Says("The moon [1].");

        var reply = await _talk.AskAsync("Tides?");

        Assert.That(reply.Text, Does.StartWith("The moon [1]."));
        Assert.That(_talk.Books.Searches.Single().Phrase, Is.EqualTo("tides"));
        AssertPaired(_talk.Model.Asked[1].Messages);
    }

    [Test]
    public async Task Writing_twelve_thousand_characters_is_split_into_valid_messages()
    {
        _talk.Model.Says(string.Concat(Enumerable.Repeat("Mawimbi ya bahari hupanda na kushuka. ", 320)));

        var reply = await _talk.AskAsync("Eleza", Language.Swahili);

        Assert.That(reply.Messages, Has.Count.EqualTo(3));
    }

    private static void AssertPaired(IReadOnlyList<ChatMessage> messages)
    {
        var contents = messages.SelectMany(m => m.Contents).ToList();
        Assert.That(
            contents.OfType<FunctionCallContent>().Select(c => c.CallId),
            Is.EquivalentTo(contents.OfType<FunctionResultContent>().Select(c => c.CallId)));
    }

    private List<string> Results() =>
        [.. _talk.Model.Asked[^1].Messages.SelectMany(m => m.Contents).OfType<FunctionResultContent>()
            .Select(r => r.Result!.ToString()!)];
}
