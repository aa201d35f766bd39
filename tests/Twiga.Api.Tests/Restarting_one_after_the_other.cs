using System.Collections.Concurrent;
using System.Net;
using Twiga.Api.Tests.World;
using Twiga.Simulator.Faults;

namespace Twiga.Api.Tests;

/// <summary>Two processes, of which one at a time is stopped and started again, as when a new version comes.</summary>
internal sealed class Restarting_one_after_the_other
{
    private const int Teachers = 5;
    private const int Restarts = 5;

    [Test]
    public async Task Loses_and_doubles_nothing_and_takes_every_webhook()
    {
        await using var world = await TestWorld.StartAsync();
        ApiProcess[] apis = [world.Api, await world.StartAnotherApiAsync()];
        for (var teacher = 0; teacher < Teachers; teacher++)
            await world.AddTeacherAsync(Phone(teacher), "Geography Form 2");
        await world.Phone.BreakModelAsync(new FaultRule { Kind = "delay", Milliseconds = 300 });

        using var enough = new CancellationTokenSource();
        var answers = new ConcurrentBag<HttpStatusCode?>();
        var load = Enumerable.Range(0, Teachers).Select(t => WriteAsync(world, apis, t, answers, enough.Token)).ToList();
        var exits = new List<int>();
        for (var restart = 0; restart < Restarts; restart++)
        {
            exits.Add(await apis[restart % 2].TerminateAsync());
            await apis[restart % 2].StartAsync();
        }

        await enough.CancelAsync();
        await Task.WhenAll(load);

        Assert.That(answers, Has.Count.GreaterThan(Teachers * Restarts));
        Assert.That(answers.Where(a => a != HttpStatusCode.OK), Is.Empty);
        Assert.That(exits, Has.All.Zero);
        await Ledger.AllAnsweredOnceAsync(world, answers.Count);
    }

    /// <summary>Writes on and on; where one process does not take the message the other is asked, as a balancer does.</summary>
    private static async Task WriteAsync(
        TestWorld world, ApiProcess[] apis, int teacher, ConcurrentBag<HttpStatusCode?> answers, CancellationToken enough)
    {
        using var http = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null });
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            var body = MetaPost.Text(world, Phone(teacher), $"wamid.{teacher}.{number}", $"What causes ocean tides? {number}");
            var secret = world.Settings["WhatsApp__AppSecret"];
            answers.Add(await http.ToAsync(apis[number % 2].Address, body, secret)
                ?? await http.ToAsync(apis[(number + 1) % 2].Address, body, secret));
            await Task.Delay(500, CancellationToken.None);
        }
    }

    private static string Phone(int teacher) => $"2557170000{teacher:00}";
}
