using Twiga.Api.Tests.World;
using Twiga.Simulator.Faults;

namespace Twiga.Api.Tests;

/// <summary>Thirty teachers ask while something dies; in the end each message is answered exactly once.</summary>
internal sealed class Surviving_crashes
{
    private const int Teachers = 30;
    private const int Seed = 20261122;

    private static readonly string[] Questions =
    [
        "What causes ocean tides?",
        "Explain ocean currents",
        "Eleza mawimbi ya bahari",
        "What is a spring tide?",
    ];

    [Test]
    public async Task Answers_everything_once_though_the_Api_is_killed_at_twenty_random_moments()
    {
        await using var world = await AskingWorldAsync();
        var chance = new Random(Seed);
        var asking = AskAsync(world, perTeacher: 4, TimeSpan.FromMilliseconds(4000));
        for (var kill = 0; kill < 20; kill++)
        {
            await Task.Delay(chance.Next(50, 1500));
            await world.Api.KillAsync();
            await world.Api.StartAsync();
        }

        await asking;
        await Ledger.AllAnsweredOnceAsync(world, Teachers * 4);
    }

    [Test]
    public async Task Answers_everything_once_though_PostgreSQL_restarts_under_it()
    {
        await using var world = await AskingWorldAsync();
        var asking = AskAsync(world, perTeacher: 3, TimeSpan.FromMilliseconds(1000));
        for (var restart = 0; restart < 3; restart++)
        {
            await Task.Delay(1200);
            await Cluster.RestartAsync();
        }

        await asking;
        await Ledger.AllAnsweredOnceAsync(world, Teachers * 3);
    }

    [Test]
    public async Task Answers_everything_once_though_WhatsApp_accepts_and_drops_the_connection()
    {
        await using var world = await AskingWorldAsync();
        await world.Phone.BreakGraphAsync(new FaultRule { Kind = "drop", On = "messages", Probability = 0.3 });

        await AskAsync(world, perTeacher: 2, TimeSpan.FromMilliseconds(300));

        await Ledger.AllAnsweredOnceAsync(world, Teachers * 2);
    }

    [Test]
    public async Task Shares_the_work_between_two_processes_and_survives_the_loss_of_one()
    {
        await using var world = await AskingWorldAsync();
        var other = await world.StartAnotherApiAsync();
        var asking = AskAsync(world, perTeacher: 3, TimeSpan.FromMilliseconds(800));
        await Eventually.TrueAsync(
            async () => await world.CountAsync("select count(distinct worker) from jobs") == 2,
            () => $"One process does all the work.\n{world.Api.Output}");
        await other.KillAsync();
        await asking;

        await Ledger.AllAnsweredOnceAsync(world, Teachers * 3);
    }

    [Test]
    public async Task Ends_in_order_and_leaves_nothing_behind_when_it_is_told_to_stop()
    {
        await using var world = await AskingWorldAsync();
        await AskAsync(world, perTeacher: 1, TimeSpan.Zero);
        var exit = await world.Api.TerminateAsync();
        var running = await world.CountAsync("select count(*) from jobs where state = 'Running'");
        await world.Api.StartAsync();

        await Ledger.AllAnsweredOnceAsync(world, Teachers);
        Assert.That((exit, running), Is.EqualTo((0, 0L)));
    }

    private static async Task<TestWorld> AskingWorldAsync()
    {
        var world = await TestWorld.StartAsync();
        for (var teacher = 0; teacher < Teachers; teacher++)
            await world.AddTeacherAsync(Phone(teacher), "Geography Form 2");
        await world.Phone.BreakModelAsync(new FaultRule { Kind = "delay", Milliseconds = 400 });
        return world;
    }

    private static Task AskAsync(TestWorld world, int perTeacher, TimeSpan pause) =>
        Task.WhenAll(Enumerable.Range(0, Teachers).Select(async teacher =>
        {
            for (var question = 0; question < perTeacher; question++)
            {
                await world.Phone.SayAsync(Phone(teacher), Questions[question % Questions.Length]);
                await Task.Delay(pause);
            }
        }));

    private static string Phone(int teacher) => $"2557110000{teacher:00}";
}
