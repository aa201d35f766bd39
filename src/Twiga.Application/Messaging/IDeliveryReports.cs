using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>What WhatsApp reported of outgoing messages and was not applied yet.</summary>
public interface IDeliveryReports
{
    /// <summary>The first of them in the order of arrival, each with the message it is about, where that is known.</summary>
    Task<IReadOnlyList<Delivery>> NextAsync(int atMost, CancellationToken cancellationToken);
}

public sealed record Delivery(DeliveryReport Report, OutgoingMessage? Message);
