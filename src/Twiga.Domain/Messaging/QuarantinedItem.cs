namespace Twiga.Domain.Messaging;

/// <summary>Part of a webhook that could not be read, kept as it came for an operator.</summary>
public sealed class QuarantinedItem
{
    public long Id { get; private set; }

    public required string Reason { get; init; }

    public required string Raw { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
