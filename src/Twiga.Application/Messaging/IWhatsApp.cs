using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>WhatsApp's Cloud API, for one phone number.</summary>
public interface IWhatsApp
{
    /// <summary>Sends a message once and says what came of it; faults of the network are outcomes too.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, Addressee addressee, CancellationToken cancellationToken);

    /// <summary>Marks a message (and those before it) as read and shows that Twiga is typing, for up to 25 s.</summary>
    Task ShowTypingAsync(string wamid, CancellationToken cancellationToken);
}

/// <summary>Where a message goes: a phone number (to) or, where none is known, a business-scoped id (recipient).</summary>
public sealed record Addressee(string? Phone, string? UserId)
{
    /// <summary>The ids she was seen with last.</summary>
    public static Addressee Of(Teacher teacher) => new(
        Latest(teacher, IdentityKind.Phone, IdentityKind.FormerPhone),
        Latest(teacher, IdentityKind.UserId, IdentityKind.ParentUserId, IdentityKind.FormerUserId));

    private static string? Latest(Teacher teacher, params ReadOnlySpan<IdentityKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (teacher.Identities.Where(i => i.Kind == kind).MaxBy(i => i.SeenAt) is { } latest)
                return latest.Value;
        }

        return null;
    }
}

/// <summary>What came of a call to send (whatsapp.md, section 6).</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    public sealed record Accepted(string Wamid) : SendOutcome;

    /// <summary>Refused with Meta's code; the HTTP status stands for it where there was none.</summary>
    public sealed record Refused(int Code, string Details) : SendOutcome;

    /// <summary>No connection came about: it was certainly not accepted.</summary>
    public sealed record NotReached : SendOutcome;

    /// <summary>The connection broke or timed out: it may have been accepted, a status will tell.</summary>
    public sealed record Unclear : SendOutcome;
}
