using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Tests.Schedules;

/// <summary>Three processes' workers on one database while two weeks go by: noon in Dar es Salaam is 9 o'clock here.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Two_weeks_by_the_clock
{
    private const int TwoWeeks = 14 * 24;
    private const int Many = 40;

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly List<(string Phone, TeacherState State, DateTimeOffset At)> _states = [];

    [Test]
    public async Task Remind_each_quiet_teacher_and_make_her_inactive_exactly_once_a_period()
    {
        await Database.EmptyAsync();
        await AddAsync("1", Noon, Language.English);
        await AddAsync("2", Noon.AddHours(-14), Language.Swahili);
        await AddAsync("3", Noon, Language.English, t => t.Remind(false));
        await AddAsync("4", Noon, Language.English, t => t.Block());
        await AddAsync("5", Noon, Language.English);
        await AddAsync("6", Noon, Language.English, t => t.Remind(false));
        for (var i = 0; i < Many; i++)
            await AddAsync($"1{i:00}", Noon.AddHours(-i), i % 2 == 0 ? Language.English : Language.Swahili);
        var sent = new KeptCalls(_clock);
        await using (var processes = await ClockedProcesses.StartAsync(3, _clock, sent, ("Teachers:RemindAfterDays", "3")))
            await processes.PassAsync(TwoWeeks, WatchAsync);

        Assert.Multiple(() =>
        {
            Assert.That(Hours(sent, "1"), Is.EqualTo(new[] { 72, 144, 216 }), "after three quiet days, three times in a row");
            Assert.That(Hours(sent, "2"), Is.EqualTo(new[] { 68, 140, 212 }), "due at one in the night, sent at eight");
            Assert.That(Hours(sent, "3"), Is.Empty, "she said stop");
            Assert.That(Hours(sent, "4"), Is.Empty, "blocked");
            Assert.That(Hours(sent, "5"), Is.EqualTo(new[] { 72, 168, 240, 312 }), "she wrote after 96 hours: a new row");
            Assert.That(Hours(sent, "6"), Is.EqualTo(new[] { 120, 192, 264 }), "she said start after 120 hours");
            Assert.That(sent.All.CountBy(c => c.Phone).Where(c => c.Key.Length == 3).Select(c => c.Value), Is.All.EqualTo(3));
            Assert.That(sent.All.Select(c => c.Phone).Distinct().Count(), Is.EqualTo(Many + 4));
            Assert.That(sent.All.Select(c => c.At.AddHours(3).Hour), Is.All.InRange(8, 19), "quiet hours");
            Assert.That(sent.To("1").Concat(sent.To("5")).Select(c => (c.Template, c.Language)), Is.All.EqualTo(("kumbusho", "en")));
            Assert.That(sent.To("2").Select(c => c.Language), Is.All.EqualTo("sw"));
            Assert.That(States("1"), Is.EqualTo(new[] { (TeacherState.Inactive, 24) }));
            Assert.That(States("4"), Is.Empty);
            Assert.That(States("5"), Is.EqualTo(new[]
            {
                (TeacherState.Inactive, 24), (TeacherState.Active, 96), (TeacherState.Inactive, 120),
            }));
        });
        Assert.That(await Database.CountAsync("select count(*) from jobs where kind in ('RetireTeacher', 'RemindTeacher') and state = 'Dead'"), Is.Zero);
        Assert.That(await Database.CountAsync("select count(*) from outgoing_messages"), Is.EqualTo(sent.All.Count));
        Assert.That(
            await Database.CountAsync("select count(*) - count(distinct period) from jobs where period is not null"), Is.Zero);
    }

    [Test]
    public async Task A_reminder_that_could_not_leave_by_day_does_not_leave_by_night()
    {
        await Database.EmptyAsync();
        await AddAsync("1", Noon.AddDays(-7).AddHours(6), Language.Swahili);
        var sent = new KeptCalls(_clock) { IsAway = true };
        await using var processes = await ClockedProcesses.StartAsync(1, _clock, sent);
        await processes.PassAsync(8);
        sent.IsAway = false;
        await processes.PassAsync(16);

        Assert.That(sent.All, Is.Empty);
        Assert.That(await Database.CountAsync("select count(*) from outgoing_messages where state = 'Failed'"), Is.EqualTo(1));
    }

    private async Task WatchAsync()
    {
        var hour = (int)(_clock.GetUtcNow() - Noon).TotalHours;
        if (hour == 96)
            await ChangeAsync("5", t => t.Wrote(_clock.GetUtcNow()));
        if (hour == 119)
            await ChangeAsync("6", t => t.Remind(true));

        await using var context = Database.Context();
        foreach (var teacher in await context.Teachers.AsNoTracking().Include(t => t.Identities).ToListAsync())
        {
            var phone = teacher.Identities.Single().Value;
            var before = _states.LastOrDefault(s => s.Phone == phone, (phone, TeacherState.Active, default));
            if (before.State != teacher.State && teacher.State != TeacherState.Blocked)
                _states.Add((phone, teacher.State, _clock.GetUtcNow()));
        }
    }

    private static IEnumerable<int> Hours(KeptCalls sent, string phone) =>
        sent.To(phone).Select(c => (int)(c.At - Noon).TotalHours);

    private IEnumerable<(TeacherState, int)> States(string phone) =>
        _states.Where(s => s.Phone == phone).Select(s => (s.State, (int)(s.At - Noon).TotalHours));

    private static async Task AddAsync(
        string phone, DateTimeOffset wrote, Language language, Action<Teacher>? then = null)
    {
        await using var context = Database.Context();
        var teacher = Teacher.Active($"Teacher {phone}", language, [], wrote);
        teacher.Link(IdentityKind.Phone, phone, wrote);
        teacher.Wrote(wrote);
        then?.Invoke(teacher);
        context.Add(teacher);
        await context.SaveChangesAsync();
    }

    private static async Task ChangeAsync(string phone, Action<Teacher> change)
    {
        await using var context = Database.Context();
        change(await context.Teachers.SingleAsync(t => t.Identities.Any(i => i.Value == phone)));
        await context.SaveChangesAsync();
    }
}
