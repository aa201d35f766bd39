using System.Text;
using Twiga.Api.Tests.World;
using Twiga.Simulator.Faults;

namespace Twiga.Api.Tests;

internal sealed class Answering_a_teacher
{
    private const string Asha = "255700000011";

    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await TestWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [TearDown]
    public async Task Calm() => await _world.Phone.ResetAsync();

    [Test]
    public async Task Answers_an_English_question_with_book_chapter_and_page()
    {
        var answer = await AskAsync("255700000012", "Geography Form 2", "What causes ocean tides?");

        Assert.That(answer, Does.Contain("moon").IgnoreCase);
        Assert.That(answer, Does.Contain("Sources:"));
        Assert.That(answer, Does.Match(@"\[1\] .*Geography Form 2.*Chapter 2 .*pages? \d+"));
    }

    [Test]
    public async Task Answers_a_Swahili_question_in_Swahili_with_its_sources()
    {
        var answer = await AskAsync("255700000013", "Biology Form 1", "Eleza usanisinuru kwa ufupi");

        Assert.That(answer, Does.Contain("Vyanzo:"));
        Assert.That(answer, Does.Match(@"\[1\] .*Biology Form 1.*Sura ya 3 .*(ukurasa wa|kurasa) \d+"));
    }

    [Test]
    public async Task Says_honestly_that_the_books_do_not_cover_a_question()
    {
        var answer = await AskAsync("255700000014", "Geography Form 2", "How do I repair a diesel generator alternator?");

        Assert.That(answer, Does.Not.Contain("Sources:").And.Not.Contain("[1]"));
        Assert.That(answer, Does.Contain("book").IgnoreCase);
    }

    [Test]
    public async Task Replies_once_when_the_same_webhook_comes_fifty_times_at_once()
    {
        await _world.AddTeacherAsync(Asha, "Geography Form 2");
        var body = Encoding.UTF8.GetBytes(TextWebhook(Asha, "wamid.FIFTY", "What causes ocean tides?"));

        var posts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _world.Phone.PostWebhookAsync(body)));
        await _world.QuietAsync();

        Assert.That(posts.Select(p => p.Status), Is.All.EqualTo(200));
        Assert.That(
            await _world.CountAsync("select count(*) from inbound_messages where wamid = 'wamid.FIFTY'"), Is.EqualTo(1));
        Assert.That(await _world.AnswersAsync(Asha), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Answers_five_messages_of_one_second_in_one_or_two_replies()
    {
        const string Teacher = "255700000015";
        await _world.AddTeacherAsync(Teacher, "Geography Form 2");
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "delay", Milliseconds = 300 });
        foreach (var word in new[] { "tides", "currents", "waves", "climate", "maps" })
            await _world.SayAsync(Teacher, $"Tell me about {word}");

        await _world.QuietAsync();

        Assert.That(await _world.AnswersAsync(Teacher), Has.Count.InRange(1, 2));
        var asked = (await _world.Phone.ModelCallsAsync()).Last(c => c.Question is not null).Question;
        Assert.That(asked, Does.Contain("maps"));
        Assert.That(
            await _world.CountAsync(
                $"select count(*) from inbound_messages m join identities i using (teacher_id) where i.value = '{Teacher}' and m.state = 'Answered'"),
            Is.EqualTo(5));
    }

    [Test]
    public async Task Marks_the_newest_message_as_read_and_shows_typing()
    {
        const string Teacher = "255700000016";
        await _world.AddTeacherAsync(Teacher, "Geography Form 2");
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "delay", Milliseconds = 500 });
        var wamid = await _world.SayAsync(Teacher, "What causes ocean tides?");
        await _world.AnswersAsync(Teacher, 1);

        var read = (await _world.Phone.GraphCallsAsync()).Where(c => c.MessageId == wamid).ToList();
        Assert.That(read, Is.Not.Empty);
        Assert.That(read.Select(c => c.Typing), Is.All.True);
    }

    [Test]
    public async Task Tells_a_newcomer_who_writes_what_is_missing()
    {
        const string Stranger = "255700000017";
        await _world.SayAsync(Stranger, "Habari, naomba msaada wa somo la jiografia");

        var answer = (await _world.AnswersAsync(Stranger, 1))[0].Text;

        Assert.That(answer, Does.StartWith("Karibu Twiga"));
    }

    private async Task<string> AskAsync(string phone, string schoolClass, string question)
    {
        await _world.AddTeacherAsync(phone, schoolClass);
        await _world.SayAsync(phone, question);
        await _world.QuietAsync();
        var answers = await _world.AnswersAsync(phone);
        Assert.That(answers, Has.Count.EqualTo(1));
        return answers[0].Text!;
    }

    private static string TextWebhook(string from, string wamid, string text) =>
        $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"255700000100","phone_number_id":"106540352242922"},
        "contacts":[{"profile":{"name":"Asha"},"wa_id":"{{{from}}}"}],
        "messages":[{"from":"{{{from}}}","id":"{{{wamid}}}","timestamp":"1795338000","type":"text","text":{"body":"{{{text}}}"}}]}}]}]}
        """;
}
