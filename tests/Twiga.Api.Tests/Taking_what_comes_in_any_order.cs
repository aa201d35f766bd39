using Twiga.Api.Tests.World;
using Twiga.Simulator.Faults;

namespace Twiga.Api.Tests;

/// <summary>Webhooks come late, three times over and one before the other; the model goes away for a while.</summary>
internal sealed class Taking_what_comes_in_any_order
{
    private const int Teachers = 20;
    private const int PerTeacher = 5;

    private TestWorld _world = null!;

    [SetUp]
    public async Task Start()
    {
        _world = await TestWorld.StartAsync();
        for (var teacher = 0; teacher < Teachers; teacher++)
            await _world.AddTeacherAsync(Phone(teacher), "Geography Form 2");
    }

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Answers_twenty_teachers_once_and_in_order_though_webhooks_are_shuffled_and_tripled()
    {
        await _world.Phone.SetFaultsAsync(new FaultSet
        {
            Webhooks = new WebhookFaults { Copies = 3, ShuffleMilliseconds = 1500 },
            Model = [new FaultRule { Kind = "delay", Milliseconds = 100 }],
        });

        await AskAsync();

        await Ledger.AllAnsweredOnceAsync(_world, Teachers * PerTeacher);
        Assert.That(
            (await _world.Phone.WebhooksAsync()).Count(w => w.Status == 200),
            Is.GreaterThanOrEqualTo(3 * Teachers * PerTeacher),
            "copies that were posted");
        Assert.That(
            await _world.CountAsync(
                """
                select count(*) from (
                  select m.turn_id, lag(m.turn_id) over (partition by m.teacher_id order by m.id) as before
                  from inbound_messages m) as told
                where turn_id < before
                """),
            Is.Zero,
            "messages answered before one that came earlier");
    }

    [Test]
    public async Task Loses_nothing_and_apologises_for_nothing_while_the_model_is_away()
    {
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "down" });
        await AskAsync();
        await Task.Delay(TimeSpan.FromSeconds(12));
        Assert.That(await _world.Phone.AcceptedAsync(), Is.Empty);

        await _world.Phone.ClearFaultsAsync();

        await Ledger.AllAnsweredOnceAsync(_world, Teachers * PerTeacher);
        Assert.That(
            (await _world.Phone.AcceptedAsync()).Select(call => call.Text), Has.None.StartsWith("I am sorry"));
    }

    private Task AskAsync() => Task.WhenAll(Enumerable.Range(0, Teachers).Select(async teacher =>
    {
        for (var question = 0; question < PerTeacher; question++)
            await _world.Phone.SayAsync(Phone(teacher), $"What causes ocean tides? Part {question}.");
    }));

    private static string Phone(int teacher) => $"2557130000{teacher:00}";
}
