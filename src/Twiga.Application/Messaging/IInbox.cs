namespace Twiga.Application.Messaging;

/// <summary>Where webhooks are stored durably; calls that arrive while one is being stored share the next commit.</summary>
public interface IInbox
{
    /// <summary>Returns once everything of the webhook is stored, each message once for its wamid.</summary>
    Task StoreAsync(ReadWebhook webhook, CancellationToken cancellationToken);
}
