using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Twiga.Simulator.Faults;

namespace Twiga.Api.Tests.Simulator;

[TestFixture]
internal sealed class The_simulated_Graph_API
{
    private SimulatedWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await SimulatedWorld.StartAsync(options => options.Statuses = false);

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    private static object Buttons(params string[] titles) => new
    {
        type = "button",
        body = new { text = "Choose" },
        action = new
        {
            buttons = titles.Select((title, i) => new { type = "reply", reply = new { id = $"b{i}", title } }),
        },
    };

    private static object Rows(int count, string title = "Row", string? button = "Open") => new
    {
        type = "list",
        body = new { text = "Choose" },
        action = new
        {
            button,
            sections = new[] { new { rows = Enumerable.Range(0, count).Select(i => new { id = $"r{i}", title }) } },
        },
    };

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case("text of 4,097 letters", "text", new { body = new string('a', 4097) }, 131009);
        yield return Case("text without words", "text", new { body = " " }, 131008);
        yield return Case("four buttons", "interactive", Buttons("a", "b", "c", "d"), 131009);
        yield return Case("button title of 21 letters", "interactive", Buttons(new string('a', 21)), 131009);
        yield return Case("two buttons alike", "interactive", Buttons("a", "a"), 131009);
        yield return Case("emoji on a button", "interactive", Buttons("Yes 👍"), 131009);
        yield return Case("eleven rows", "interactive", Rows(11), 131009);
        yield return Case("row title of 25 letters", "interactive", Rows(1, new string('a', 25)), 131009);
        yield return Case("list without a button", "interactive", Rows(1, button: null), 131008);
        yield return Case("image nobody uploaded", "image", new { id = "77" }, 100);
        yield return Case("unknown type", "poll", new { }, 100);

        static TestCaseData Case(string name, string type, object content, int code) =>
            new TestCaseData(type, content, code).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Refused))]
    public async Task Refuses_what_Meta_refuses(string type, object content, int code)
    {
        using var answer = await _world.PostAsync(SimulatedWorld.Message(type, content));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await SimulatedWorld.CodeAsync(answer), Is.EqualTo(code));
        var call = (await _world.Control.GraphCallsAsync()).Single();
        Assert.That((call.Accepted, call.Code), Is.EqualTo((false, (int?)code)));
    }

    [Test]
    public async Task Takes_what_lies_exactly_on_the_limits()
    {
        foreach (var (type, content) in new (string, object)[]
        {
            ("text", new { body = new string('a', 4096) }),
            ("interactive", Buttons(new string('a', 20), "b", "c")),
            ("interactive", Rows(10, new string('a', 24))),
        })
        {
            using var answer = await _world.PostAsync(SimulatedWorld.Message(type, content));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task Gives_each_accepted_message_its_own_id()
    {
        var ids = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await _world.SendTextAsync();
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            var contact = body.GetProperty("contacts")[0];
            Assert.That(contact.GetProperty("wa_id").GetString(), Is.EqualTo(SimulatedWorld.Teacher));
            ids.Add(body.GetProperty("messages")[0].GetProperty("id").GetString());
        }

        Assert.That(ids, Is.Unique.And.All.StartsWith("wamid."));
        Assert.That((await _world.Control.AcceptedAsync()).Select(call => call.Wamid), Is.EqualTo(ids));
    }

    [Test]
    public async Task Refuses_a_wrong_token()
    {
        using var http = new HttpClient { BaseAddress = _world.Simulator.Address };
        using var answer = await http.PostAsJsonAsync(
            "v25.0/106540352242922/messages", SimulatedWorld.Message("text", new { body = "a" }));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await SimulatedWorld.CodeAsync(answer), Is.EqualTo(190));
    }

    [Test]
    public async Task Fails_for_as_many_calls_as_it_was_told()
    {
        await _world.Control.BreakGraphAsync(new FaultRule { Kind = "error", Code = 131000, Next = 2 });

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
            using (var answer = await _world.SendTextAsync())
                statuses.Add(answer.StatusCode);

        Assert.That(statuses, Is.EqualTo(
            [HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK]));
    }

    [Test]
    public async Task Takes_a_message_and_drops_the_connection()
    {
        await _world.Control.BreakGraphAsync(new FaultRule { Kind = "drop", Next = 1 });

        Assert.That(async () => (await _world.SendTextAsync()).Dispose(), Throws.InstanceOf<HttpRequestException>());

        var call = (await _world.Control.AcceptedAsync(SimulatedWorld.Teacher)).Single();
        Assert.That((call.Status, call.Text, call.CallbackId), Is.EqualTo((0, "Karibu", "out-1")));
    }

    [Test]
    public async Task Counts_the_pair_limit_once_it_is_switched_on()
    {
        await _world.Control.SetFaultsAsync(new FaultSet { Pace = new Pace { Pair = true, PairBurst = 2 } });

        for (var i = 0; i < 2; i++)
            (await _world.SendTextAsync()).EnsureSuccessStatusCode().Dispose();
        using var refused = await _world.SendTextAsync();

        Assert.That(await SimulatedWorld.CodeAsync(refused), Is.EqualTo(131056));
    }

    [Test]
    public async Task Sends_an_uploaded_image_but_not_as_a_document()
    {
        using var http = new HttpClient { BaseAddress = _world.Simulator.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "simulator-access-token");
        using var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.ContentType = new("image/png");
        using var form = new MultipartFormDataContent { { new StringContent("whatsapp"), "messaging_product" } };
        form.Add(file, "file", "formula.png");
        using var upload = await http.PostAsync("v25.0/106540352242922/media", form);
        var id = (await upload.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();

        using var image = await _world.PostAsync(SimulatedWorld.Message("image", new { id, caption = "A formula" }));
        using var document = await _world.PostAsync(SimulatedWorld.Message("document", new { id }));
        var resolved = await http.GetFromJsonAsync<JsonElement>($"v25.0/{id}");
        var content = await http.GetByteArrayAsync(resolved.GetProperty("url").GetString());

        Assert.That(image.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await SimulatedWorld.CodeAsync(document), Is.EqualTo(131053));
        Assert.That(content, Is.EqualTo(new byte[] { 1, 2, 3 }));
    }
}
