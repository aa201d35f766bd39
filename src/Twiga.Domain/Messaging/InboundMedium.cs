namespace Twiga.Domain.Messaging;

/// <summary>How far the medium of a message has come to its reader.</summary>
public enum MediumState
{
    /// <summary>Nobody has looked at it, or there is none.</summary>
    Unopened,

    /// <summary>It is being fetched from WhatsApp or read.</summary>
    Opening,

    /// <summary>Its reader has made words of it.</summary>
    Read,

    /// <summary>No reader is configured for its kind.</summary>
    NoReader,

    /// <summary>WhatsApp has it no more: ids lapse after seven days.</summary>
    Gone,

    TooBig,

    /// <summary>Its reader could make nothing of it, or failed for good.</summary>
    Unreadable,

    /// <summary>It came when the day's share was used up.</summary>
    OverQuota,
}

/// <remarks>What she sent beside words: a picture, a voice note, a document.</remarks>
public sealed partial class InboundMessage
{
    /// <summary>What is kept of a reader's words, in characters.</summary>
    public const int LongestTranscript = 20_000;

    public MediumState Medium { get; private set; }

    /// <summary>Where its bytes are kept.</summary>
    public KeptFileId? FileId { get; private set; }

    /// <summary>The words of a voice note, what a picture shows, the text of a document.</summary>
    public string? Transcript { get; private set; }

    public bool HasMedium =>
        Kind is InboundKind.Image or InboundKind.Video or InboundKind.Audio or InboundKind.Voice or InboundKind.Document;

    /// <summary>It cannot be answered before its medium was looked at.</summary>
    public bool WaitsForReader => HasMedium && Medium is MediumState.Unopened or MediumState.Opening;

    public void BeginOpening() => Medium = MediumState.Opening;

    public void KeepMedium(KeptFileId file) => FileId = file;

    public void MediumSays(string transcript)
    {
        var text = transcript.Trim();
        (Medium, Transcript) = text.Length == 0 ? (MediumState.Unreadable, null) : (MediumState.Read, text.Beginning(LongestTranscript));
    }

    public void MediumIs(MediumState state) => Medium = state;
}
