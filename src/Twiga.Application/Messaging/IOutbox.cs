using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>
/// The outgoing side of a teacher, message by message. Each step is saved by itself, before and after the call to
/// WhatsApp, so that a crash leaves at most one message whose fate is not known.
/// </summary>
public interface IOutbox
{
    /// <summary>The first message that is not out: marked as being sent and paid for, if it may go now.</summary>
    Task<NextMessage> NextAsync(TeacherId teacher, CancellationToken cancellationToken);

    /// <summary>Saves what WhatsApp said to it.</summary>
    Task RecordAsync(OutgoingMessage message, SendOutcome outcome, CancellationToken cancellationToken);
}

/// <summary>What there is to send to a teacher.</summary>
public abstract record NextMessage
{
    private NextMessage()
    {
    }

    /// <param name="IsLast">Nothing else waited: what has come since has a job of its own.</param>
    public sealed record Ready(OutgoingMessage Message, Addressee Addressee, bool IsLast) : NextMessage;

    /// <summary>The first message may not go before this instant; those after it wait for it.</summary>
    public sealed record NotBefore(DateTimeOffset Time) : NextMessage;

    public sealed record Nothing : NextMessage;
}
