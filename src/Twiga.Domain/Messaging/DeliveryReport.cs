namespace Twiga.Domain.Messaging;

/// <summary>A status of WhatsApp about an outgoing message, kept until it has been applied.</summary>
public sealed class DeliveryReport
{
    public const string Failed = "failed";

    private string _wamid = "";

    public long Id { get; private set; }

    /// <summary>WhatsApp's id of the message, in which the number stands where it went; empty once it is nobody's.</summary>
    public required string Wamid
    {
        get => _wamid;
        init => _wamid = value;
    }

    /// <summary>The outgoing message's own id as it came back, if it did.</summary>
    public OutgoingMessageId? CallbackId { get; init; }

    /// <summary>Meta's word: sent, delivered, read, played, failed, deleted or one of the future.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset At { get; init; }

    public int? ErrorCode { get; init; }

    public string? ErrorDetails { get; init; }

    public string? PricingCategory { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public bool IsApplied { get; private set; }

    /// <summary>How far the message has come by this report; null where the word says nothing of that.</summary>
    public OutgoingState? State => Status switch
    {
        "sent" => OutgoingState.Sent,
        "delivered" => OutgoingState.Delivered,
        "read" => OutgoingState.Read,
        "played" => OutgoingState.Played,
        _ => null,
    };

    /// <summary>WhatsApp does not allow general-purpose AI; a message priced as such is a warning.</summary>
    public bool IsPricedAsGeneralPurpose => PricingCategory == "general_purpose_ai";

    /// <summary>It says how far the message has come, and nothing that anybody has to act on.</summary>
    public bool OnlyMoves => State is not null && ErrorCode is null && !IsPricedAsGeneralPurpose;

    public void Apply() => IsApplied = true;

    /// <summary>There is no such message: it was deleted with her it went to.</summary>
    public void IsOfNobody() => (_wamid, IsApplied) = ("", true);
}
