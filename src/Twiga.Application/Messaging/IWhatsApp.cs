using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>WhatsApp's Cloud API, for one phone number.</summary>
public interface IWhatsApp
{
    /// <summary>Sends a message once. Faults of the network are thrown; whether it was accepted is then not known.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, Addressee addressee, CancellationToken cancellationToken);

    /// <summary>Marks a message (and those before it) as read and shows that Twiga is typing, for up to 25 s.</summary>
    Task ShowTypingAsync(string wamid, CancellationToken cancellationToken);
}

/// <summary>Where a message goes: a phone number (to) or, where none is known, a business-scoped id (recipient).</summary>
public sealed record Addressee(string? Phone, string? UserId);

/// <summary>What WhatsApp said to a message (whatsapp.md, section 6).</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    public sealed record Accepted(string Wamid) : SendOutcome;

    /// <summary>Refused with Meta's code; the HTTP status stands for it where there was none.</summary>
    public sealed record Refused(int Code, string Details) : SendOutcome;
}
