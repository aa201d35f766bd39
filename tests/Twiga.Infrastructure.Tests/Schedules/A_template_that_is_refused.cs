using Microsoft.Extensions.Time.Testing;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Tests.Schedules;

/// <summary>Reminders in two languages by two processes; WhatsApp has paused the template in one of them.</summary>
internal sealed class A_template_that_is_refused
{
    private const int Many = 120;
    private const int InHandAtOnce = 2 * 4;

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Noon);

    [Test]
    public async Task Rests_but_for_one_try_an_hour_and_goes_on_when_it_is_taken_again()
    {
        await Database.EmptyAsync();
        await AddAsync(Many, Language.Swahili);
        await AddAsync(5, Language.English);
        var sent = new KeptCalls(_clock) { Refuses = ("sw", 132015) };
        await using var processes = await ClockedProcesses.StartAsync(
            2, _clock, sent, ("Workers:Concurrency", "4"), ("WhatsApp:MessagesPerSecond", "1000"));

        Assert.That(sent.All.Select(c => c.Language), Is.EqualTo(Enumerable.Repeat("en", 5)), "the other goes on");
        Assert.That(sent.Refused, Is.InRange(1, InHandAtOnce), "those under way when the first was refused");
        var refused = sent.Refused;
        await processes.PassAsync(3);
        Assert.That(sent.Refused - refused, Is.EqualTo(3), "one try an hour");
        Assert.That(Told(processes), Is.EqualTo(["Error Template kumbusho in sw is refused with code 132015"]), "once");

        sent.Refuses = null;
        await processes.PassAsync(2);
        Assert.That(sent.All.CountBy(c => c.Phone).Select(c => c.Value), Is.All.EqualTo(1));
        Assert.That(sent.All.Select(c => c.Phone).Distinct().Count(), Is.EqualTo(Many + 5), "nobody lost her reminder");
        Assert.That(
            await Database.CountAsync("select count(*) from teachers where reminders_in_a_row = 1"), Is.EqualTo(Many + 5));
        Assert.That(await Database.CountAsync("select count(*) from refused_templates"), Is.Zero);
        Assert.That(Told(processes)[1..], Is.EqualTo(["Warning Template kumbusho in sw is accepted again"]));
    }

    private static string[] Told(ClockedProcesses processes) =>
        [.. processes.Logged.Where(l => l.Contains("emplate", StringComparison.Ordinal)).Select(l => l.Split(':')[0])];

    private static async Task AddAsync(int count, Language language)
    {
        await using var context = Database.Context();
        for (var n = 0; n < count; n++)
        {
            var teacher = Teacher.Active($"{language} {n}", language, [], Noon.AddDays(-8));
            teacher.Link(IdentityKind.Phone, $"{language}{n}", Noon);
            context.Add(teacher);
        }

        await context.SaveChangesAsync();
    }
}
