using System.Diagnostics;
using Twiga.Application.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

/// <summary>One webhook on its way into the tables; whoever brought it waits until it is stored.</summary>
internal sealed class Post(ReadWebhook webhook, DateTimeOffset at)
{
    private readonly TaskCompletionSource _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ReadWebhook Webhook { get; } = webhook;

    public DateTimeOffset At { get; } = at;

    public string? Trace { get; } = Activity.Current?.Id;

    public Task Stored => _stored.Task;

    public bool IsDone => Stored.IsCompleted;

    public int Items { get; } =
        webhook.Messages.Count + webhook.Reports.Count + webhook.Events.Count + webhook.Quarantined.Count;

    /// <summary>It can go into a commit of its own kind without a look at who its senders are.</summary>
    public bool IsPlain => Webhook.Messages.Count == 0
        || (Webhook.Messages.Count == Items && Webhook.Messages.All(m => m.Becomes is null));

    public void Done() => _stored.TrySetResult();

    public void Failed(Exception fault) => _stored.TrySetException(fault);
}

internal static class SenderIds
{
    /// <summary>Under which ids the sender is known from now on, the phone first.</summary>
    public static Sender Now(this ReceivedMessage message) => message.Becomes is not { } becomes
        ? message.Sender
        : message.Sender with
        {
            Phone = becomes.Phone ?? message.Sender.Phone,
            UserId = becomes.UserId ?? message.Sender.UserId,
            ParentUserId = becomes.ParentUserId ?? message.Sender.ParentUserId,
        };

    public static IEnumerable<(IdentityKind Kind, string Value)> Ids(this Sender sender)
    {
        if (sender.Phone is { } phone)
            yield return (IdentityKind.Phone, phone);
        if (sender.UserId is { } user)
            yield return (IdentityKind.UserId, user);
        if (sender.ParentUserId is { } parent)
            yield return (IdentityKind.ParentUserId, parent);
    }
}
