using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>A webhook as the tolerant reader understood it, messages in the order in which they were sent.</summary>
public sealed record ReadWebhook(
    IReadOnlyList<ReceivedMessage> Messages,
    IReadOnlyList<DeliveryReport> Reports,
    IReadOnlyList<AccountEvent> Events,
    IReadOnlyList<QuarantinedItem> Quarantined);

/// <summary>A message and who sent it, before its sender is known as a teacher.</summary>
public sealed record ReceivedMessage(
    string Wamid,
    Sender Sender,
    InboundKind Kind,
    string? Text,
    string? Detail,
    string? About,
    string? MediaId,
    string? MimeType,
    string? FileName,
    DateTimeOffset SentAt,
    string Payload)
{
    /// <summary>The ids the sender has from now on, where the message says that they changed.</summary>
    public Sender? Becomes { get; init; }
}

/// <summary>The WhatsApp ids a message carries; at least one is there. The name is what the person calls herself.</summary>
public sealed record Sender(string? Phone, string? UserId, string? ParentUserId, string? ProfileName);
