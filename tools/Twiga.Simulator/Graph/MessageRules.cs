using System.Text.Json;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Graph;

/// <summary>Refuses what Meta would refuse.</summary>
internal sealed class MessageRules(MediaShelf shelf)
{
    private const int TextLength = 4096, CaptionLength = 1024, CallbackLength = 512;
    private static readonly string[] _media = ["image", "audio", "video", "document", "sticker"];

    public GraphError? Refuses(OutgoingMessage message) => Envelope(message) ?? message.Type switch
    {
        "text" => Body(message.Content),
        "interactive" => InteractiveRules.Refuses(message.Content, shelf),
        "template" => TemplateRules.Refuses(message.Content),
        "reaction" => Reaction(message.Content),
        "location" => Location(message.Content),
        "contacts" => message.Content is { ValueKind: JsonValueKind.Array } ? null : GraphError.Missing("contacts"),
        var type when _media.Contains(type) => Medium(type, message.Content),
        var type => GraphError.Invalid($"Param type must be one of the known types; got {type}."),
    };

    /// <summary>A medium by id or link; the id must have been uploaded and be of the right kind.</summary>
    public static GraphError? Medium(string type, JsonElement? content, MediaShelf shelf)
    {
        if (content is not { ValueKind: JsonValueKind.Object } medium)
            return GraphError.Missing($"The {type} object is required.");
        var (id, link) = (Text(medium, "id"), Text(medium, "link"));
        if ((id is null) == (link is null))
            return GraphError.Invalid($"{type} needs an id or a link, not both.");
        if (link is not null && !Uri.TryCreate(link, UriKind.Absolute, out _))
            return GraphError.BadValue($"{type}.link is not an address.");
        if (id is null)
            return null;
        if (shelf.Find(id) is not { } kept)
            return GraphError.Invalid($"Param {type}['id'] is not the id of an uploaded medium.");
        return kept.Kind == type
            ? null
            : new GraphError(131053, $"The uploaded file is a {kept.Kind}, not a {type}.");
    }

    public static GraphError? TooLong(string? text, int limit, string name) =>
        text?.Length > limit
            ? GraphError.BadValue($"{name} may have {limit} characters at most; got {text.Length}.")
            : null;

    public static GraphError? Required(string? text, int limit, string name) =>
        string.IsNullOrWhiteSpace(text) ? GraphError.Missing($"{name} is required.") : TooLong(text, limit, name);

    private static GraphError? Envelope(OutgoingMessage message)
    {
        if (Text(message.Root, "messaging_product") != "whatsapp")
            return GraphError.Invalid("The parameter messaging_product is required and must be whatsapp.");
        if (Text(message.Root, "recipient_type") is { } kind && kind != "individual")
            return GraphError.BadValue($"recipient_type {kind} is not supported.");
        if (message is { To: null or "", Recipient: null })
            return GraphError.Invalid("The parameter to is required.");
        if (message.HasBadAddress)
            return GraphError.BadValue("The recipient is neither a phone number nor a business-scoped user id.");
        if (Member(message.Root, "context") is not null && string.IsNullOrEmpty(message.ReplyTo))
            return GraphError.Missing("context.message_id is required.");
        return TooLong(message.CallbackId, CallbackLength, "biz_opaque_callback_data");
    }

    private static GraphError? Body(JsonElement? content)
    {
        if (content is not { ValueKind: JsonValueKind.Object } text)
            return GraphError.Missing("The text object is required.");
        if (Member(text, "preview_url") is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
            return GraphError.BadValue("text.preview_url must be true or false.");
        return Required(Text(text, "body"), TextLength, "text.body");
    }

    private static GraphError? Reaction(JsonElement? content)
    {
        if (content is not { } reaction || string.IsNullOrEmpty(Text(reaction, "message_id")))
            return GraphError.Missing("reaction.message_id is required.");
        return Text(reaction, "emoji") is null ? GraphError.Missing("reaction.emoji is required.") : null;
    }

    private static GraphError? Location(JsonElement? content) =>
        content is { } location && Member(location, "latitude") is not null && Member(location, "longitude") is not null
            ? null
            : GraphError.Missing("location needs latitude and longitude.");

    private GraphError? Medium(string type, JsonElement? content)
    {
        if (Medium(type, content, shelf) is { } refused)
            return refused;
        var caption = Text(content!.Value, "caption");
        if (caption is not null && type is "audio" or "sticker")
            return GraphError.Invalid($"{type} takes no caption.");
        return TooLong(caption, CaptionLength, $"{type}.caption");
    }
}
