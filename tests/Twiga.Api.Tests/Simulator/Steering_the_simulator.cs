using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Twiga.Simulator.Faults;

namespace Twiga.Api.Tests.Simulator;

[TestFixture]
internal sealed class Steering_the_simulator
{
    [TestCase("right", true)]
    [TestCase("wrong", false)]
    [TestCase("none", false)]
    public async Task Posts_a_raw_body_with_the_signature_that_was_asked_for(string signature, bool isRight)
    {
        await using var world = await SimulatedWorld.StartAsync();
        var body = Encoding.UTF8.GetBytes("{\"entry\":[],  \"object\":\"é\"}");

        var answer = await world.Control.PostWebhookAsync(body, signature);

        var webhook = (await world.Api.WaitForAsync(1)).Single();
        var expected = "sha256=" + Convert.ToHexStringLower(
            System.Security.Cryptography.HMACSHA256.HashData("simulator-app-secret"u8, body));
        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(webhook.Body, Is.EqualTo(body));
        Assert.That(webhook.Signature == expected, Is.EqualTo(isRight));
    }

    [Test]
    public async Task Shuffles_messages_but_loses_none()
    {
        await using var world = await SimulatedWorld.StartAsync();
        await world.Control.SetFaultsAsync(new FaultSet { Webhooks = new WebhookFaults { ShuffleMilliseconds = 300 } });
        string[] said = [.. Enumerable.Range(1, 20).Select(number => $"{number}")];
        foreach (var text in said)
            await world.Control.SayAsync(SimulatedWorld.Teacher, text);

        var came = (await world.Api.WaitForAsync(said.Length)).Select(webhook => webhook.Text).ToList();

        Assert.That(came, Is.EquivalentTo(said).And.Not.EqualTo(said));
    }

    [Test]
    public async Task Plays_a_recorded_run_again_with_new_ids_and_the_same_model()
    {
        var folder = Directory.CreateTempSubdirectory("simulator").FullName;
        await using var world = await SimulatedWorld.StartAsync(options => options.DataDirectory = folder);
        using var http = new HttpClient { BaseAddress = world.Simulator.Address };
        (await http.PostAsync("control/recordings/morning", null)).EnsureSuccessStatusCode().Dispose();
        await world.Control.SayAsync(SimulatedWorld.Teacher, "one");
        await world.Control.SayAsync(SimulatedWorld.Teacher, "two");
        var first = await new ModelTalk(world).AskAsync("What causes ocean tides?");
        (await http.DeleteAsync("control/recordings")).EnsureSuccessStatusCode().Dispose();
        await world.Api.WaitForAsync(2);

        using var replay = await http.PostAsync("control/recordings/morning/replay?speed=0&withModel=true", null);

        var played = (await replay.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("played").GetInt32();
        var webhooks = await world.Api.WaitForAsync(4);
        var again = await new ModelTalk(world).AskAsync("What causes ocean tides?");
        Assert.That(played, Is.EqualTo(2));
        Assert.That(webhooks.Select(webhook => webhook.Text), Is.EqualTo(["one", "two", "one", "two"]));
        Assert.That(
            webhooks.Select(webhook => webhook.Value.GetProperty("messages")[0].GetProperty("id").GetString()),
            Is.Unique);
        Assert.That(ModelTalk.Arguments(again).GetRawText(), Is.EqualTo(ModelTalk.Arguments(first).GetRawText()));
        Assert.That((await world.Control.ModelCallsAsync())[^1].By, Is.EqualTo("script"));
    }

    [Test]
    public async Task Refuses_pages_of_other_sites()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var http = new HttpClient { BaseAddress = world.Simulator.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "control/reset");
        request.Headers.Add("Origin", "https://example.com");

        using var answer = await http.SendAsync(request);

        Assert.That((int)answer.StatusCode, Is.EqualTo(403));
    }

    [Test]
    public async Task Gives_out_the_phone_page_with_all_its_parts()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var http = new HttpClient { BaseAddress = world.Simulator.Address };

        var page = await http.GetStringAsync("/");

        var parts = page.Split('"').Where(part => part.StartsWith("/page/", StringComparison.Ordinal)).ToList();
        Assert.That(parts, Has.Count.GreaterThan(5));
        foreach (var part in parts)
            Assert.That((await http.GetByteArrayAsync(part)).Length, Is.Positive, part);
    }
}
