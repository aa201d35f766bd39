using Microsoft.Playwright;
using Twiga.Api.Tests.World;
using Twiga.Simulator.Faults;

namespace Twiga.Api.Tests.Browser;

/// <summary>An operator's morning on the console, on a desk and on a phone.</summary>
internal sealed class Looking_after_teachers_on_the_console
{
    private const string Key = "a-key-of-the-operators-only";
    private const string AtDesk = "255716000011";
    private const string OnPhone = "255716000012";
    private const string Question = "What causes ocean tides in Zanzibar harbour?";

    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _world = await TestWorld.StartAsync(
            ("Operators__ApiKey", Key), ("Registration__ApprovalRequired", "true"), ("Workers__GiveUpAfterSeconds", "11"));
        await _world.AddTeacherAsync("255716000000", "Geography Form 2");
        await AddFourWeeksAsync();
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "down" });
        foreach (var teacher in new[] { AtDesk, OnPhone })
        {
            await _world.AddTeacherAsync(teacher, "Geography Form 2");
            await _world.SayAsync(teacher, Question);
        }

        await _world.QuietAsync();
        await _world.Phone.ClearFaultsAsync();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [TestCase(1280, 860, "desktop", "255716000001", AtDesk)]
    [TestCase(390, 844, "phone", "255716000002", OnPhone)]
    public async Task Lets_somebody_in_replays_what_failed_and_searches_the_books(
        int width, int height, string kind, string newcomer, string teacher)
    {
        await _world.SayAsync(newcomer, "Habari, mimi ni mwalimu");
        await _world.QuietAsync();
        var id = await _world.CountAsync($"select teacher_id from identities where value = '{teacher}'");
        await using var browser = await Phone.OpenAsync(new Uri(_world.Api.Address, "/console"), width, height);
        var page = browser.Page;

        await page.FillAsync("[name=name]", "Amina");
        await page.FillAsync("[name=key]", "not the key");
        await page.ClickAsync("main button");
        await page.Locator("[role=alert]").WaitForAsync();
        Assert.That(await page.InnerTextAsync("[role=alert]"), Does.Contain("not right"));
        await browser.PictureAsync($"console-{kind}-1-sign-in");
        await page.FillAsync("[name=name]", "Amina");
        await page.FillAsync("[name=key]", Key);
        await page.ClickAsync("main button");
        await page.Locator("svg").First.WaitForAsync();
        await browser.PictureAsync($"console-{kind}-2-overview");

        await GoAsync(page, "Teachers");
        await browser.PictureAsync($"console-{kind}-3-teachers");
        await page.Locator("tr", new() { HasText = newcomer }).GetByText("Approve").ClickAsync();
        Assert.That(await page.InnerTextAsync("[role=status]"), Does.Contain("approved"));
        Assert.That((await _world.AnswersAsync(newcomer, 2))[^1].Text, Does.StartWith("Karibu Twiga"));

        await GoAsync(page, "Work");
        await browser.PictureAsync($"console-{kind}-4-work");
        Assert.That(await page.ContentAsync(), Does.Not.Contain("Zanzibar").And.Not.Contain(teacher));
        await page.Locator($"[data-unanswered='{id}']").GetByText("Read").ClickAsync();
        Assert.That(await page.InnerTextAsync(".words"), Does.Contain(Question));
        await browser.PictureAsync($"console-{kind}-5-words");
        await GoAsync(page, "Record");
        Assert.That(await page.InnerTextAsync("tbody tr >> nth=0"), Does.Contain("Amina").And.Contain("read the unanswered messages"));
        await browser.PictureAsync($"console-{kind}-6-record");

        await GoAsync(page, "Work");
        await page.Locator($"[data-unanswered='{id}']").GetByText("Replay").ClickAsync();
        Assert.That(await page.InnerTextAsync("[role=status]"), Does.Contain("put back"));
        var answers = await _world.AnswersAsync(teacher, 2);
        Assert.That(answers[^1].Text, Does.Contain("Sources:"));

        await GoAsync(page, "Books");
        await page.SelectOptionAsync("[name=class]", new SelectOptionValue { Label = "Geography Form 2" });
        await page.FillAsync("[name=phrase]", "ocean tides");
        await page.ClickAsync("main button");
        Assert.That(await page.InnerTextAsync(".passage >> nth=0"), Does.Contain("Geography Form 2").And.Contain("tide"));
        await browser.PictureAsync($"console-{kind}-7-search");

        await page.Locator("table a").First.ClickAsync();
        await page.WaitForURLAsync("**/books/*");
        await browser.PictureAsync($"console-{kind}-8-book");
        await GoAsync(page, "Answers");
        await browser.PictureAsync($"console-{kind}-9-answers");
        await page.Locator("[data-turn]").First.GetByText("Read").ClickAsync();
        Assert.That(await page.InnerTextAsync(".words.hers"), Is.Not.Empty);
        await browser.PictureAsync($"console-{kind}-10-turn");
        Assert.That(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), Is.True, "wider than the screen");
        await page.ClickAsync("text=Sign out");
        await page.Locator("[name=key]").WaitForAsync();
    }

    private static async Task GoAsync(IPage page, string name)
    {
        await page.ClickAsync($"nav >> text={name}");
        await page.Locator("h1", new() { HasText = name }).WaitForAsync();
    }

    private async Task AddFourWeeksAsync()
    {
        await using var command = _world.Database.CreateCommand(
            """
            with made as (
              insert into turns (teacher_id, started_at, finished_at, question, reply, model, prompt_version, input_tokens, output_tokens)
              select t.id, now() - make_interval(days => d, mins => n), now(), 'What is a tide?', 'The rise and fall of the sea.',
                'stand-in', '1', 900 + 40 * n, 200 + 10 * d
              from teachers t, generate_series(1, 27) d, generate_series(1, 12 + (d * 7) % 23) n
              returning id, teacher_id, started_at),
            sent as (
              insert into outgoing_messages (teacher_id, turn_id, content, created_at, state, attempts)
              select teacher_id, id, '{"$type":"text","Body":"The rise and fall of the sea."}', started_at, 'Read', 1 from made
              returning id, turn_id, teacher_id, created_at)
            insert into feedback (teacher_id, outgoing_message_id, turn_id, emoji, verdict, at, model)
            select teacher_id, id, turn_id, case when id % 5 = 0 then '👎' else '👍' end,
              case when id % 5 = 0 then 'Bad' else 'Good' end, created_at, 'stand-in'
            from sent where id % 3 = 0
            """);
        await command.ExecuteNonQueryAsync();
    }
}
