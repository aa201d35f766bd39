using System.Text.Json.Nodes;

namespace Twiga.Simulator.Phones;

/// <summary>What a teacher does on her phone; one of its contents is set.</summary>
public sealed record Said
{
    /// <summary>Her phone number or business-scoped user id.</summary>
    public required string Teacher { get; init; }

    public string? Text { get; init; }
    public Choice? Button { get; init; }
    public Choice? Row { get; init; }

    /// <summary>A template's quick reply: the id is its payload.</summary>
    public Choice? QuickReply { get; init; }

    public SaidReaction? Reaction { get; init; }

    /// <summary>Other words for a message of hers.</summary>
    public SaidEdit? Edit { get; init; }

    /// <summary>The wamid of a message of hers that she deletes for everyone.</summary>
    public string? Revoke { get; init; }

    public SaidMedia? Media { get; init; }

    /// <summary>A whole message object in Meta's form, for kinds that have no member here.</summary>
    public JsonObject? Message { get; init; }

    /// <summary>The wamid it answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Its own wamid; a new one without it.</summary>
    public string? Id { get; init; }

    public DateTimeOffset? At { get; init; }
}

public sealed record Choice(string Id, string Title, string? Description = null);

public sealed record SaidEdit(string MessageId, string Text);

public sealed record SaidReaction(string MessageId, string? Emoji);

/// <summary>A medium that was laid on the shelf before; the type is image, audio, document, video or sticker.</summary>
public sealed record SaidMedia(string Id, string Type, string? Caption = null, bool Voice = false);
