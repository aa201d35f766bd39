using System.Security.Cryptography;
using System.Text;
using Twiga.Simulator;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Phones;

namespace Twiga.Api.Tests.Simulator;

[TestFixture]
internal sealed class Simulated_webhooks
{
    private SimulatedWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await SimulatedWorld.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Are_signed_over_the_bytes_that_go_out()
    {
        await _world.Control.SayAsync(SimulatedWorld.Teacher, "Asante 🙏🏾 mwalimu — naïve a/b");

        var webhook = (await _world.Api.WaitForAsync(1)).Single();

        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes("simulator-app-secret"), webhook.Body);
        Assert.That(webhook.Signature, Is.EqualTo("sha256=" + Convert.ToHexStringLower(hash)));
        Assert.That(webhook.Text, Is.EqualTo("Asante 🙏🏾 mwalimu — naïve a/b"));
        Assert.That(webhook.Body, Has.All.LessThan((byte)128));
    }

    [Test]
    public async Task Come_again_in_order_after_the_Api_was_away()
    {
        _world.Api.RefuseNext(3, 503);
        string[] said = ["one", "two", "three", "four"];
        foreach (var text in said)
            await _world.Control.SayAsync(SimulatedWorld.Teacher, text);

        var webhooks = await _world.Api.WaitForAsync(said.Length);

        Assert.That(webhooks.Select(webhook => webhook.Text), Is.EqualTo(said));
    }

    [Test]
    public async Task Do_not_come_again_once_they_were_refused()
    {
        _world.Api.RefuseNext(1, 403);
        await _world.Control.SayAsync(SimulatedWorld.Teacher, "refused");
        await _world.Control.SayAsync(SimulatedWorld.Teacher, "taken");

        var webhooks = await _world.Api.WaitForAsync(1);

        Assert.That(webhooks.Select(webhook => webhook.Text), Is.EqualTo(["taken"]));
    }

    [Test]
    public async Task Are_doubled_where_that_is_switched_on()
    {
        await _world.Control.SetFaultsAsync(new FaultSet { Webhooks = new WebhookFaults { Copies = 3 } });
        await _world.Control.SayAsync(SimulatedWorld.Teacher, "thrice");

        var webhooks = await _world.Api.WaitForAsync(3);

        Assert.That(webhooks.Select(webhook => webhook.Text), Is.EqualTo(["thrice", "thrice", "thrice"]));
    }

    [Test]
    public async Task Travel_together_where_asked()
    {
        Said[] said = [.. Enumerable.Range(1, 3).Select(i => new Said { Teacher = $"25570000020{i}", Text = $"{i}" })];
        var ids = await _world.Control.SayAsync(said, together: true);

        var messages = (await _world.Api.WaitForAsync(1)).Single().Value.GetProperty("messages");

        Assert.That(messages.EnumerateArray().Select(m => m.GetProperty("id").GetString()), Is.EqualTo(ids));
    }

    [Test]
    public async Task Report_sent_delivered_and_read_with_our_own_id()
    {
        (await _world.SendTextAsync(callback: "out-7")).EnsureSuccessStatusCode().Dispose();

        var webhooks = await _world.Api.WaitForAsync(3);

        Assert.That(webhooks.Select(webhook => webhook.Status), Is.EqualTo(["sent", "delivered", "read"]));
        Assert.That(
            webhooks.Select(webhook => webhook.Value.GetProperty("statuses")[0])
                .Select(status => status.GetProperty("biz_opaque_callback_data").GetString()),
            Is.All.EqualTo("out-7"));
    }

    [Test]
    public async Task Report_a_failure_with_its_code()
    {
        await _world.Control.SetFaultsAsync(new FaultSet { Statuses = new StatusFaults { FailCode = 131026 } });
        (await _world.SendTextAsync()).EnsureSuccessStatusCode().Dispose();

        var failed = (await _world.Api.WaitForAsync(2))[^1].Value.GetProperty("statuses")[0];

        Assert.That(failed.GetProperty("status").GetString(), Is.EqualTo("failed"));
        Assert.That(failed.GetProperty("errors")[0].GetProperty("code").GetInt32(), Is.EqualTo(131026));
    }

    [Test]
    public async Task Carry_a_chosen_button_by_its_id()
    {
        var button = new Choice("answers", "Answers");
        await _world.Control.SayAsync(
            [new Said { Teacher = SimulatedWorld.Teacher, Button = button, ReplyTo = "wamid.x" }]);

        var message = (await _world.Api.WaitForAsync(1)).Single().Value.GetProperty("messages")[0];

        Assert.That(message.GetProperty("interactive").GetProperty("button_reply").GetProperty("id").GetString(),
            Is.EqualTo("answers"));
        Assert.That(message.GetProperty("context").GetProperty("id").GetString(), Is.EqualTo("wamid.x"));
    }

    [Test]
    public async Task Are_kept_with_the_talk_over_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("simulator").FullName;
        var options = new SimulatorOptions
        {
            Urls = "http://127.0.0.1:0",
            ApiUrl = _world.Api.Address,
            DataDirectory = folder,
        };
        await using (var before = await SimulatorHost.StartAsync(options))
        {
            await before.Client.SayAsync(SimulatedWorld.Teacher, "kept");
            await _world.Api.WaitForAsync(1);
        }

        await using var after = await SimulatorHost.StartAsync(options);
        using var http = new HttpClient { BaseAddress = after.Address };
        var talk = await http.GetStringAsync($"phone/talks/{SimulatedWorld.Teacher}");

        Assert.That(talk, Does.Contain("\"text\":\"kept\""));
    }
}
