using Twiga.Domain.Conversations;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Messaging;

/// <summary>How far a message to a teacher has come. It never goes back, but for a failure that is tried again.</summary>
public enum OutgoingState
{
    Waiting,

    /// <summary>A call to WhatsApp has begun and its end is not known.</summary>
    Sending,

    Sent,
    Delivered,
    Read,
    Played,

    /// <summary>WhatsApp refused it, or could not deliver it; it will not be tried again.</summary>
    Failed,
}

/// <summary>A message to a teacher; its id travels as biz_opaque_callback_data and comes back with every status.</summary>
public sealed class OutgoingMessage
{
    public OutgoingMessageId Id { get; private set; }

    public required TeacherId TeacherId { get; init; }

    /// <summary>The turn it answers; null for notices.</summary>
    public Turn? Turn { get; init; }

    public TurnId? TurnId { get; private set; }

    public required OutgoingContent Content { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public OutgoingState State { get; private set; }

    public string? Wamid { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When the last call to WhatsApp began.</summary>
    public DateTimeOffset? SendingSince { get; private set; }

    /// <summary>It is not tried before this instant.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int? ErrorCode { get; private set; }

    public string? ErrorDetails { get; private set; }

    /// <summary>WhatsApp has accepted it.</summary>
    public bool IsOut => State is not (OutgoingState.Waiting or OutgoingState.Sending or OutgoingState.Failed);

    public void BeginSending(DateTimeOffset now)
    {
        State = OutgoingState.Sending;
        SendingSince = now;
        Attempts++;
    }

    public void Accepted(string? wamid, DateTimeOffset now)
    {
        Wamid ??= wamid;
        if (State is OutgoingState.Waiting or OutgoingState.Sending)
            (State, SentAt) = (OutgoingState.Sent, now);
    }

    /// <summary>Moves it forward by a status of WhatsApp; a late or repeated status changes nothing.</summary>
    public void Reported(OutgoingState state, string? wamid, DateTimeOffset at)
    {
        Wamid ??= wamid;
        if (State == OutgoingState.Failed || state <= State)
            return;

        State = state;
        SentAt ??= at;
    }

    public void Fail(int? code, string? details)
    {
        if (State is OutgoingState.Delivered or OutgoingState.Read or OutgoingState.Played)
            return;

        (State, ErrorCode, ErrorDetails) = (OutgoingState.Failed, code, details);
    }

    /// <summary>WhatsApp did not take it this time.</summary>
    public void TryAgain(int? code, string? details, DateTimeOffset notBefore) =>
        (State, Wamid, SentAt, ErrorCode, ErrorDetails, NotBefore) =
            (OutgoingState.Waiting, null, null, code, details, notBefore);
}
