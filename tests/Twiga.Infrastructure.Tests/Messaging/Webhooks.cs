using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Tests.Messaging;

/// <summary>Webhooks as the reader would have read them, and inboxes as processes would have them.</summary>
internal static class Webhooks
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static readonly ConcurrentBag<PlainStore> Open = [];

    private static readonly ReadWebhook Empty = new([], [], [], []);

    public static Inbox NewInbox(NpgsqlDataSource? source = null, bool approvalRequired = false)
    {
        source ??= Database.Source;
        var contexts = new PooledDbContextFactory<TwigaContext>(ContextOptions.For(source));
        var options = Options.Create(new RegistrationOptions { ApprovalRequired = approvalRequired });
        var plain = new PlainStore(source);
        Open.Add(plain);
        return new Inbox(
            plain,
            new CarefulStore(contexts, new SenderResolution(options)),
            new JobSignal(),
            TimeProvider.System,
            NullLogger<Inbox>.Instance);
    }

    /// <summary>Gives the connections back that inboxes keep.</summary>
    public static async Task CloseInboxesAsync()
    {
        while (Open.TryTake(out var plain))
            await plain.DisposeAsync();
    }

    public static ReceivedMessage Text(string wamid, Sender sender, string text = "Habari", int second = 0) => new(
        wamid, sender, InboundKind.Text, text, null, null, null, null, null, Now.AddSeconds(second), "{}");

    public static Sender Phone(string phone) => new(phone, null, null, null);

    public static Sender UserId(string userId) => new(null, userId, null, null);

    public static ReadWebhook Of(params ReceivedMessage[] messages) => Empty with { Messages = messages };

    public static ReadWebhook Of(params DeliveryReport[] reports) => Empty with { Reports = reports };

    public static DeliveryReport Report(string wamid, string status, int? code = null, OutgoingMessageId? id = null) =>
        new() { Wamid = wamid, CallbackId = id, Status = status, At = Now, ErrorCode = code, ReceivedAt = Now };

    public static AccountEvent Event(string field = "account_update") =>
        new() { Field = field, Payload = "{}", ReceivedAt = Now };

    public static QuarantinedItem Quarantined(string raw) =>
        new() { Reason = "a message that is no object", Raw = raw, ReceivedAt = Now };

    public static Task Store(this Inbox inbox, params ReceivedMessage[] messages) =>
        inbox.StoreAsync(Of(messages), CancellationToken.None);

    public static async Task<List<InboundMessage>> StoredAsync()
    {
        await using var context = Database.Context();
        return await context.InboundMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync();
    }

    public static async Task<List<Teacher>> TeachersAsync()
    {
        await using var context = Database.Context();
        return await context.Teachers.AsNoTracking().Include(t => t.Identities).OrderBy(t => t.Id).ToListAsync();
    }

    public static async Task<List<Job>> JobsAsync()
    {
        await using var context = Database.Context();
        return await context.Jobs.AsNoTracking().OrderBy(j => j.Id).ToListAsync();
    }

    public static async Task<TeacherId> TeacherAsync(params (IdentityKind Kind, string Value)[] ids)
    {
        await using var context = Database.Context();
        var teacher = Teacher.Active("Neema", Language.Swahili, [], Now);
        foreach (var (kind, value) in ids)
            teacher.Link(kind, value, Now);
        context.Add(teacher);
        await context.SaveChangesAsync();
        return teacher.Id;
    }

    /// <summary>A message of a teacher of its own that was sent, or is being sent where WhatsApp's id is null.</summary>
    public static async Task<OutgoingMessageId> MessageAsync(string? wamid)
    {
        var teacher = await TeacherAsync((IdentityKind.Phone, $"25570000000{wamid?[^1] ?? '0'}"));
        await using var context = Database.Context();
        var message = new OutgoingMessage { TeacherId = teacher, Content = new TextContent("Habari"), CreatedAt = Now };
        message.BeginSending(Now);
        if (wamid is not null)
            message.Accepted(wamid, Now);
        context.Add(message);
        await context.SaveChangesAsync();
        return message.Id;
    }
}
