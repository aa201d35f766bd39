using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Counter = Twiga.Infrastructure.Persistence.Quotas;

namespace Twiga.Infrastructure.Tests.Onboarding;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Counting_a_day
{
    // 23:30 in Dar es Salaam
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 20, 30, 0, TimeSpan.Zero));
    private readonly QuotaOptions _options = new() { TeacherMessagesPerDay = 3, TeacherTokensPerDay = 1000 };
    private int _wamids;

    [SetUp]
    public Task Empty() => Database.EmptyAsync();

    [Test]
    public async Task Admits_as_many_messages_as_fit_oldest_first()
    {
        var teacher = await TeacherAsync();
        var messages = await MessagesAsync(teacher, 5);

        var admission = await ThisProcess().AdmitAsync(teacher, messages, default);

        Assert.That(admission.Messages, Is.EquivalentTo(messages.Take(3)));
        Assert.That(admission.Over, Is.EqualTo(QuotaLimit.HerMessages));
        Assert.That(admission.Since, Is.EqualTo(new DateTimeOffset(2026, 11, 21, 21, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public async Task Counts_a_message_once_however_often_its_turn_is_tried()
    {
        var teacher = await TeacherAsync();
        var messages = await MessagesAsync(teacher, 3);
        for (var tries = 0; tries < 4; tries++)
            Assert.That((await ThisProcess().AdmitAsync(teacher, messages, default)).Over, Is.Null);

        var more = await MessagesAsync(teacher, 1);
        Assert.That((await ThisProcess().AdmitAsync(teacher, [.. messages, .. more], default)).Messages, Is.EquivalentTo(messages));
    }

    [Test]
    public async Task Begins_anew_at_midnight_in_Tanzania_and_not_before()
    {
        var teacher = await TeacherAsync();
        await ThisProcess().AdmitAsync(teacher, await MessagesAsync(teacher, 3), default);
        var next = await MessagesAsync(teacher, 1);

        _clock.Advance(TimeSpan.FromMinutes(29));
        Assert.That((await ThisProcess().AdmitAsync(teacher, next, default)).Messages, Is.Empty);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await ThisProcess().AdmitAsync(teacher, next, default)).Over, Is.Null);
    }

    [Test]
    public async Task Counts_tokens_too()
    {
        var teacher = await TeacherAsync();
        await ThisProcess().SpendAsync(teacher, 999);
        Assert.That((await ThisProcess().AdmitAsync(teacher, await MessagesAsync(teacher, 1), default)).Over, Is.Null);

        await ThisProcess().SpendAsync(teacher, 1);

        var admission = await ThisProcess().AdmitAsync(teacher, await MessagesAsync(teacher, 1), default);
        Assert.That(admission.Over, Is.EqualTo(QuotaLimit.HerTokens));
    }

    [Test]
    public async Task Never_exceeds_the_limit_of_all_when_processes_count_together()
    {
        _options.MessagesPerDay = 25;
        var teachers = new List<(TeacherId Id, IReadOnlyList<InboundMessageId> Messages)>();
        for (var n = 0; n < 30; n++)
        {
            var teacher = await TeacherAsync();
            teachers.Add((teacher, await MessagesAsync(teacher, 2)));
        }

        await using var other = TwigaDatabase.Build(Database.ConnectionString);
        var processes = new[] { ThisProcess(), new Counter(other, Options.Create(_options), _clock) };

        var admissions = await Task.WhenAll(teachers.Select((t, n) => Task.Run(
            () => processes[n % 2].AdmitAsync(t.Id, t.Messages, default))));

        Assert.That(admissions.Sum(a => a.Messages.Count), Is.EqualTo(25));
        Assert.That(admissions.Count(a => a.Over == QuotaLimit.AllMessages), Is.AtLeast(17));
    }

    [Test]
    public async Task Never_exceeds_hers_when_processes_count_together()
    {
        var teacher = await TeacherAsync();
        var messages = await MessagesAsync(teacher, 12);
        await using var other = TwigaDatabase.Build(Database.ConnectionString);
        var processes = new[] { ThisProcess(), new Counter(other, Options.Create(_options), _clock) };

        var admissions = await Task.WhenAll(messages.Select((m, n) => Task.Run(
            () => processes[n % 2].AdmitAsync(teacher, [m], default))));

        Assert.That(admissions.Sum(a => a.Messages.Count), Is.EqualTo(3));
    }

    private Counter ThisProcess() => new(Database.Source, Options.Create(_options), _clock);

    private async Task<TeacherId> TeacherAsync()
    {
        await using var context = Database.Context();
        var teacher = Teacher.Active("Neema", Language.Swahili, [], _clock.GetUtcNow());
        context.Teachers.Add(teacher);
        await context.SaveChangesAsync();
        return teacher.Id;
    }

    private async Task<IReadOnlyList<InboundMessageId>> MessagesAsync(TeacherId teacher, int count)
    {
        await using var context = Database.Context();
        var messages = Enumerable.Range(0, count).Select(n => new InboundMessage
        {
            Wamid = $"wamid.{++_wamids}",
            TeacherId = teacher,
            Kind = InboundKind.Text,
            SentAt = _clock.GetUtcNow().AddSeconds(n),
            ReceivedAt = _clock.GetUtcNow(),
        }).ToList();
        context.InboundMessages.AddRange(messages);
        await context.SaveChangesAsync();
        return [.. messages.Select(m => m.Id)];
    }
}
