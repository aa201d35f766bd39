using MediatR;
using Microsoft.Extensions.Logging;
using Twiga.Application.Common;

namespace Twiga.Application.Messaging;

/// <summary>Takes in a webhook of WhatsApp. It answers once everything in it is durably stored.</summary>
/// <remarks>No command: the inbox commits by itself, because it shares commits between requests.</remarks>
public sealed record ReceiveWebhook(ReadOnlyMemory<byte> Body, string? Signature) : IRequest<WebhookReceipt>, ISigned;

/// <summary>How many items were found in a webhook; a message that was known before counts too.</summary>
public sealed record WebhookReceipt(int Messages, int Statuses, int Events, int Quarantined);

internal sealed partial class ReceiveWebhookHandler(
    IInbox inbox, TimeProvider clock, ILogger<ReceiveWebhookHandler> logger)
    : IRequestHandler<ReceiveWebhook, WebhookReceipt>
{
    public async Task<WebhookReceipt> Handle(ReceiveWebhook request, CancellationToken cancellationToken)
    {
        var webhook = WebhookReader.Read(request.Body, clock.GetUtcNow());
        await inbox.StoreAsync(webhook, cancellationToken);
        WebhookCounts.Add(webhook);
        foreach (var happened in webhook.Events)
            Told(happened.Field);

        return new WebhookReceipt(
            webhook.Messages.Count, webhook.Reports.Count, webhook.Events.Count, webhook.Quarantined.Count);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "WhatsApp told something about the account: {Field}; see account_events")]
    private partial void Told(string field);
}
