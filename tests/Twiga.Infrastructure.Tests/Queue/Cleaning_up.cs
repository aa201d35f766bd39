using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Queue;
using static Twiga.Infrastructure.Tests.Messaging.Webhooks;

namespace Twiga.Infrastructure.Tests.Queue;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Cleaning_up
{
    private readonly FakeTimeProvider _clock = new(Now);
    private TeacherId _teacher;

    [SetUp]
    public async Task Begin()
    {
        await Database.EmptyAsync();
        _teacher = await TeacherAsync((IdentityKind.Phone, "255700000001"));
    }

    [TearDown]
    public Task Close() => CloseInboxesAsync();

    [Test]
    public async Task Removes_tokens_that_have_lapsed_and_counters_of_long_ago()
    {
        await AddAsync(
            new UsedFlowToken { Nonce = 1, UsedAt = Now.AddDays(-5) },
            new UsedFlowToken { Nonce = 2, UsedAt = Now.AddDays(-3) },
            new UsageDay { TeacherId = _teacher.Value, Day = new DateOnly(2026, 10, 1) },
            new UsageDay { TeacherId = _teacher.Value, Day = new DateOnly(2026, 11, 22), Messages = 7 });

        await RunAsync();

        await using var context = Database.Context();
        Assert.That(await context.Set<UsedFlowToken>().Select(t => t.Nonce).ToListAsync(), Is.EqualTo(new[] { 2 }));
        Assert.That(await context.Set<UsageDay>().Select(u => u.Messages).ToListAsync(), Is.EqualTo(new[] { 7 }));
    }

    [Test]
    public async Task Empties_the_raw_items_of_messages_that_are_done()
    {
        await NewInbox().Store(Text("wamid.done", Phone("255700000001")), Text("wamid.waits", Phone("255700000001")));
        await using (var context = Database.Context())
            await context.InboundMessages.Where(m => m.Wamid == "wamid.done").ExecuteUpdateAsync(
                m => m.SetProperty(x => x.State, InboundState.Answered));
        await using (var context = Database.Context())
            await context.InboundMessages.ExecuteUpdateAsync(m => m.SetProperty(x => x.ReceivedAt, Now.AddDays(-2)));

        await RunAsync();

        Assert.That((await StoredAsync()).Where(m => m.Payload is not null).Select(m => m.Wamid), Is.EqualTo(new[] { "wamid.waits" }));
    }

    [Test]
    public async Task Removes_only_old_files_that_nothing_refers_to()
    {
        var (sent, received, orphan, young) = (File(-3), File(-3), File(-3), File(0));
        await AddAsync(sent, received, orphan, young);
        await NewInbox().Store(Text("wamid.1", Phone("255700000001")));
        await using (var context = Database.Context())
        {
            var message = await context.InboundMessages.SingleAsync();
            message.KeepMedium(received.Id);
            context.Add(new OutgoingMessage { TeacherId = _teacher, Content = sent.AsDocument(), CreatedAt = Now });
            await context.SaveChangesAsync();
        }

        await RunAsync();

        await using var after = Database.Context();
        Assert.That(
            await after.Files.OrderBy(f => f.Id).Select(f => f.Id).ToListAsync(),
            Is.EquivalentTo(new[] { sent.Id, received.Id, young.Id }));
    }

    [Test]
    public async Task Removes_talks_of_long_ago_where_the_settings_say_so_but_nothing_that_waits()
    {
        await AddTalkAsync(Now.AddDays(-40));
        await AddTalkAsync(Now.AddDays(-2));
        await NewInbox().Store(Text("wamid.waits", Phone("255700000001")), Text("wamid.old", Phone("255700000001")));
        await using (var context = Database.Context())
        {
            await context.InboundMessages.ExecuteUpdateAsync(m => m.SetProperty(x => x.ReceivedAt, Now.AddDays(-40)));
            await context.InboundMessages.Where(m => m.Wamid == "wamid.old").ExecuteUpdateAsync(
                m => m.SetProperty(x => x.State, InboundState.Answered));
        }

        await RunAsync();
        Assert.That(await CountAsync(), Is.EqualTo((2, 2, 2, 2)), "nothing where they do not");
        await RunAsync(talkDays: 30);

        Assert.That(await CountAsync(), Is.EqualTo((1, 1, 1, 1)));
        Assert.That((await StoredAsync()).Select(m => m.Wamid), Is.EqualTo(new[] { "wamid.waits" }));
    }

    private async Task AddTalkAsync(DateTimeOffset at)
    {
        await using var context = Database.Context();
        var turn = new Turn { TeacherId = _teacher, StartedAt = at, Question = "What is a tide?" };
        turn.Answered("Water.", new AnsweredBy("1", "m", 1, 1), [], at);
        var answer = new OutgoingMessage { TeacherId = _teacher, Turn = turn, Content = new TextContent("Water."), CreatedAt = at };
        answer.Accepted($"wamid.{at:O}", at);
        context.AddRange(turn, answer);
        await context.SaveChangesAsync();
        context.Add(Feedback.On(answer, turn, "👍", at));
        await context.SaveChangesAsync();
    }

    private static async Task<(int Turns, int Answers, int Feedback, int Messages)> CountAsync()
    {
        await using var context = Database.Context();
        return (await context.Turns.CountAsync(), await context.OutgoingMessages.CountAsync(),
            await context.Feedback.CountAsync(), await context.InboundMessages.CountAsync());
    }

    private Task RunAsync(int? talkDays = null) => new Retention(
        new PooledDbContextFactory<TwigaContext>(ContextOptions.For(Database.Source)),
        Options.Create(new RetentionOptions { TalkDays = talkDays }),
        _clock).ApplyAsync(default);

    private KeptFile File(int days) => new()
    {
        TeacherId = _teacher,
        Name = "a.pdf",
        MimeType = "application/pdf",
        Content = [1],
        CreatedAt = Now.AddDays(days),
    };

    private static async Task AddAsync(params object[] things)
    {
        await using var context = Database.Context();
        context.AddRange(things);
        await context.SaveChangesAsync();
    }
}
