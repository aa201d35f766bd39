using Twiga.Domain.Conversations;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Messaging;

/// <summary>What became of a message that a person sent.</summary>
public enum InboundState
{
    /// <summary>Waits for the teacher's next turn.</summary>
    Pending,

    /// <summary>Part of a turn that was answered.</summary>
    Answered,

    /// <summary>Kept, and needs no answer.</summary>
    Kept,

    /// <summary>A question that waits until its sender is active.</summary>
    Held,

    /// <summary>An answer failed for good; an operator can replay it.</summary>
    Unanswered,

    /// <summary>A reaction that is not recorded as feedback yet.</summary>
    Reacted,
}

/// <summary>The kinds of message a person can send (whatsapp.md, section 1).</summary>
public enum InboundKind
{
    Text,
    Button,
    ListReply,
    FlowReply,
    Image,
    Video,
    Audio,
    Voice,
    Document,
    Sticker,
    Location,
    Contacts,
    Reaction,
    Order,
    System,
    Edit,
    Revoke,
    Unsupported,
}

/// <summary>A message of a person, stored once for its wamid.</summary>
public sealed partial class InboundMessage
{
    public InboundMessageId Id { get; private set; }

    /// <summary>WhatsApp's id of the message; it comes once, however often Meta sends it.</summary>
    public required string Wamid { get; init; }

    public required TeacherId TeacherId { get; init; }

    public required InboundKind Kind { get; init; }

    /// <summary>The words to answer: body, caption, or title of what was tapped; null where there are none.</summary>
    public string? Text { get; init; }

    /// <summary>The id of the button or row that was tapped, the emoji of a reaction, the JSON of a flow reply.</summary>
    public string? Detail { get; init; }

    /// <summary>The wamid it replies to, reacts to, edits or revokes.</summary>
    public string? About { get; init; }

    public string? MediaId { get; init; }

    public string? MimeType { get; init; }

    public string? FileName { get; init; }

    /// <summary>When she sent it by WhatsApp's clock; the time of receipt where that is missing or absurd.</summary>
    public required DateTimeOffset SentAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public InboundState State { get; private set; }

    public Turn? Turn { get; private set; }

    public TurnId? TurnId { get; private set; }

    /// <summary>The item as it came, JSON text; emptied by the clean-up.</summary>
    public string? Payload { get; init; }

    /// <summary>The text she put in the place of her first one.</summary>
    public string? EditedText { get; private set; }

    /// <summary>She took it back.</summary>
    public bool IsRevoked { get; private set; }

    /// <summary>What she says with it now; null where there are no words to answer.</summary>
    public string? Words => IsRevoked || Kind is InboundKind.Order ? null : EditedText ?? Text;

    /// <summary>It only says that another message of hers is to change or to go.</summary>
    public bool Amends => Kind is InboundKind.Edit or InboundKind.Revoke;

    public void AnsweredIn(Turn turn) => (State, Turn) = (InboundState.Answered, turn);

    public void Keep() => State = InboundState.Kept;

    public void Hold() => State = InboundState.Held;

    public void LeaveUnanswered() => State = InboundState.Unanswered;

    public void TryAgain() => State = InboundState.Pending;

    /// <summary>Takes over an edit; a message that was answered already only notes it.</summary>
    public void ChangeTo(string? text) => EditedText = text;

    /// <summary>She took it back: where it was not answered yet, it needs no answer any more.</summary>
    public void Revoke()
    {
        IsRevoked = true;
        if (State is InboundState.Pending or InboundState.Held or InboundState.Unanswered)
            State = InboundState.Kept;
    }
}
