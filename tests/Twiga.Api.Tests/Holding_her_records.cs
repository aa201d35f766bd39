using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Api.Tests.World;
using Twiga.Simulator;
using Twiga.Simulator.Control;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Phones;

namespace Twiga.Api.Tests;

internal sealed class Holding_her_records
{
    private const string Phrase = "zanzibar tides question";

    private ReaderServer _readers = null!;
    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _readers = await ReaderServer.StartAsync();
        _world = await TestWorld.StartAsync(("Transcription__Url", _readers.Address), ("Transcription__Model", "ear"));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _world.DisposeAsync();
        await _readers.DisposeAsync();
    }

    [SetUp]
    public async Task Calm()
    {
        await _world.Phone.ResetAsync();
        await _world.Phone.SetFaultsAsync(new FaultSet { Statuses = new StatusFaults { Posted = false } });
    }

    [TestCase("255714000001", "My data")]
    [TestCase("255714000002", "/taarifa  zangu")]
    public async Task Sends_her_all_of_it_as_a_document(string teacher, string words)
    {
        await UseAsync(teacher);

        await _world.SayAsync(teacher, words);
        await _world.QuietButForStatusesAsync();

        var sent = (await _world.AnswersAsync(teacher))[^1];
        Assert.That(sent.Type, Is.EqualTo("document"));
        var text = await DownloadAsync((string)JsonNode.Parse(sent.Body!)!["document"]!["id"]!);
        Assert.That(text, Does.Contain(teacher).And.Contain(Phrase).And.Contain($"Teacher {teacher}").And.Contain("👍"));
    }

    [Test]
    public async Task Deletes_all_of_it_once_she_has_confirmed_and_says_so()
    {
        const string Teacher = "255714000003";
        const string Other = "255714000004";
        await _world.Phone.ClearFaultsAsync();
        await UseAsync(Teacher);
        await UseAsync(Other);
        Assert.That(await EveryTable.WithAsync(_world.Database, Teacher), Is.Not.Empty);
        Assert.That(await EveryTable.WithAsync(_world.Database, $"{Phrase} {Teacher}"), Has.Count.GreaterThan(2));

        await _world.SayAsync(Teacher, "Delete my data");
        var asked = await QuietAnswerAsync(Teacher);
        Assert.That(asked.Text, Does.Contain("cannot be undone"));
        Assert.That(await EveryTable.WithAsync(_world.Database, Teacher), Is.Not.Empty, "before she has confirmed");
        await TapAsync(Teacher, ButtonsOf(asked)[0]);
        var goodbye = await Eventually.GetAsync(
            async () => (await _world.AnswersAsync(Teacher))[^1],
            last => last.Text?.Contains("has been deleted", StringComparison.Ordinal) == true,
            last => $"She was told last: {last.Text}\n{_world.Api.Output}");
        await _world.QuietButForStatusesAsync();

        Assert.That(goodbye.To, Is.EqualTo(Teacher));
        foreach (var trace in new[] { Teacher, $"Teacher {Teacher}", $"{Phrase} {Teacher}" })
            Assert.That(await EveryTable.WithAsync(_world.Database, trace), Is.Empty, trace);
        Assert.That(await EveryTable.WithAsync(_world.Database, $"{Phrase} {Other}"), Has.Count.GreaterThan(2));
        foreach (var table in await EveryTable.OfTeachersAsync(_world.Database))
        {
            Assert.That(
                await _world.CountAsync($"select count(*) from {table} h where teacher_id <> 0 and not exists (select from teachers t where t.id = h.teacher_id)"),
                Is.Zero, table);
        }
    }

    [Test]
    public async Task Keeps_all_of_it_when_she_changes_her_mind()
    {
        const string Teacher = "255714000005";
        await UseAsync(Teacher);

        await _world.SayAsync(Teacher, "futa taarifa zangu");
        var asked = await QuietAnswerAsync(Teacher);
        Assert.That(asked.Text, Does.Contain("haviwezi kurudishwa"));
        await TapAsync(Teacher, ButtonsOf(asked)[1]);
        await QuietAnswerAsync(Teacher);

        Assert.That(await EveryTable.WithAsync(_world.Database, $"{Phrase} {Teacher}"), Is.Not.Empty);
    }

    [Test]
    public async Task Asks_again_when_the_button_is_old()
    {
        const string Teacher = "255714000006";
        await UseAsync(Teacher);

        await TapAsync(Teacher, new Choice("forget:yes:1000000000", "Yes, delete all"));
        await QuietAnswerAsync(Teacher);

        Assert.That(await EveryTable.WithAsync(_world.Database, $"{Phrase} {Teacher}"), Is.Not.Empty);
        Assert.That((await _world.AnswersAsync(Teacher))[^1].Text, Does.Contain("cannot be undone"));
    }

    [Test]
    public async Task A_newcomer_can_have_it_deleted_too()
    {
        const string Stranger = "255714000007";
        await _world.SayAsync(Stranger, "Hello there");
        await _world.QuietButForStatusesAsync();

        await _world.SayAsync(Stranger, "delete my data");
        await TapAsync(Stranger, ButtonsOf(await QuietAnswerAsync(Stranger))[0]);
        await Eventually.TrueAsync(
            async () => (await EveryTable.WithAsync(_world.Database, Stranger)).Count == 0, () => _world.Api.Output);
    }

    [TestCase("255714000008", "error", TestName = "Says_goodbye_once_though_it_is_killed_after_deleting")]
    [TestCase("255714000009", "drop", TestName = "Says_goodbye_once_though_WhatsApp_takes_it_and_drops_the_connection")]
    public async Task Says_goodbye_once(string teacher, string fault)
    {
        await _world.Phone.ClearFaultsAsync();
        await _world.AddTeacherAsync(teacher, "Geography Form 2");
        await _world.SayAsync(teacher, "delete my data");
        var asked = await QuietAnswerAsync(teacher);
        await _world.Phone.BreakGraphAsync(new FaultRule
        {
            Kind = fault, On = "messages", Teacher = teacher, Code = 131016, Next = fault == "drop" ? 1 : null,
        });

        await TapAsync(teacher, ButtonsOf(asked)[0]);
        await Eventually.TrueAsync(
            async () => await _world.CountAsync($"select count(*) from teachers where name = 'Teacher {teacher}'") == 0,
            () => $"She is not deleted.\n{_world.Api.Output}");
        if (fault == "error")
        {
            await _world.Api.KillAsync();
            await _world.Phone.ClearFaultsAsync();
            await _world.Api.StartAsync();
        }

        await Eventually.TrueAsync(
            async () => (await _world.AnswersAsync(teacher))[^1].Text?.Contains("has been deleted", StringComparison.Ordinal) == true
                && (await EveryTable.WithAsync(_world.Database, teacher)).Count == 0,
            () => $"No goodbye, or it is still held where to.\n{_world.Api.Output}");
        await _world.QuietButForStatusesAsync();
        Assert.That(await _world.AnswersAsync(teacher), Has.Count.EqualTo(2), "the question and the goodbye");
        Assert.That(await _world.CountAsync("select count(*) from identities where kind like 'Former%'"), Is.Zero);
    }

    /// <summary>A question answered, a reaction to it, a voice note, an item that could not be read, and statuses of all.</summary>
    private async Task UseAsync(string teacher)
    {
        await _world.AddTeacherAsync(teacher, "Geography Form 2");
        _readers.Hears = $"{Phrase} {teacher}";
        await _world.SayAsync(teacher, $"What about ocean tides? {Phrase} {teacher}");
        await _world.QuietButForStatusesAsync();
        var answer = (await _world.AnswersAsync(teacher))[^1];
        var voice = await _world.UploadAsync([1, 2, 3], "audio/ogg; codecs=opus", "voice.ogg");
        await _world.SendAsync(
            new Said { Teacher = teacher, Reaction = new SaidReaction(answer.Wamid!, "👍") },
            new Said { Teacher = teacher, Media = new SaidMedia(voice, "audio", Voice: true) });
        await _world.Phone.PostWebhookAsync(System.Text.Encoding.UTF8.GetBytes(
            $$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{"from":"{{teacher}}","type":"text"}] } } ] } ] }"""));
        await _world.QuietButForStatusesAsync();
    }

    private async Task<GraphCall> QuietAnswerAsync(string teacher)
    {
        await _world.QuietButForStatusesAsync();
        return (await _world.AnswersAsync(teacher))[^1];
    }

    private static List<Choice> ButtonsOf(GraphCall call) =>
    [
        .. JsonNode.Parse(call.Body!)!["interactive"]!["action"]!["buttons"]!.AsArray()
            .Select(b => new Choice((string)b!["reply"]!["id"]!, (string)b["reply"]!["title"]!)),
    ];

    private Task<IReadOnlyList<string>> TapAsync(string teacher, Choice button) =>
        _world.Phone.SayAsync([new Said { Teacher = teacher, Button = button }]);

    private async Task<string> DownloadAsync(string mediaId)
    {
        using var http = new HttpClient { BaseAddress = _world.Simulator.Address };
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", new SimulatorOptions().AccessToken);
        var medium = JsonDocument.Parse(await http.GetStringAsync(new Uri($"v25.0/{mediaId}", UriKind.Relative)));
        return await http.GetStringAsync(new Uri(medium.RootElement.GetProperty("url").GetString()!));
    }
}
