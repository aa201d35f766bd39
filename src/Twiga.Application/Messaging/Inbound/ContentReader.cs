using System.Text.Json;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>Reads what a message holds (whatsapp.md, section 1). A kind of the future is one that is not supported.</summary>
internal static class ContentReader
{
    private const int LongestId = 500;

    private delegate Content Part(JsonElement held, string type);

    // Tried in this order where a message does not say its type, or says one whose object is missing.
    private static readonly (string Type, Part Read)[] Parts =
    [
        ("text", (held, _) => new(InboundKind.Text, held.Text("body"u8))),
        ("image", (held, _) => Media(InboundKind.Image, held)),
        ("video", (held, _) => Media(InboundKind.Video, held)),
        ("document", (held, _) => Media(InboundKind.Document, held)),
        ("audio", (held, _) => Media(held.IsTrue("voice"u8) ? InboundKind.Voice : InboundKind.Audio, held)),
        ("voice", (held, _) => Media(InboundKind.Voice, held)),
        ("sticker", (held, _) => Media(InboundKind.Sticker, held)),
        ("interactive", (held, _) => InteractiveReader.Read(held)),
        ("button", (held, _) => new(InboundKind.Button, held.Text("text"u8) ?? held.Text("payload"u8))
        {
            Detail = held.ShortText("payload"u8, LongestId),
        }),
        ("reaction", (held, _) => new(InboundKind.Reaction)
        {
            Detail = held.ShortText("emoji"u8, 64),
            About = held.ShortText("message_id"u8, LongestId) ?? held.ShortText("messsage_id"u8, LongestId),
        }),
        ("location", (_, _) => new(InboundKind.Location)),
        ("contacts", (_, _) => new(InboundKind.Contacts)),
        ("order", (held, _) => new(InboundKind.Order, held.Text("text"u8))),
        ("system", (held, _) => new(InboundKind.System) { Detail = held.ShortText("type"u8, LongestId) }),
        ("edit", (held, _) => Edit(held)),
        ("revoke", (held, _) => new(InboundKind.Revoke) { About = Original(held) }),
    ];

    public static Content Read(JsonElement message)
    {
        var type = message.Text("type"u8);
        var named = Array.Find(Parts, p => p.Type == type);
        if (named.Read is not null && Held(message, named.Type) is { } held)
            return named.Read(held, named.Type);
        if (type is not null && named.Read is null)
            return new(InboundKind.Unsupported) { Detail = Short(type) };

        foreach (var part in Parts)
        {
            if (Held(message, part.Type) is { } other)
                return part.Read(other, part.Type);
        }

        return named.Read is null ? new(InboundKind.Unsupported) : named.Read(default, named.Type);
    }

    private static string Short(string type) => type.Length <= 64 ? type : type[..64];

    private static JsonElement? Held(JsonElement message, string type) => type == "contacts"
        ? message.Member("contacts"u8) is { ValueKind: JsonValueKind.Array or JsonValueKind.Object } people ? people : null
        : message.Object(System.Text.Encoding.UTF8.GetBytes(type));

    private static Content Media(InboundKind kind, JsonElement held) => new(kind, held.Text("caption"u8))
    {
        Medium = new(
            held.ShortText("id"u8, LongestId), held.ShortText("mime_type"u8, LongestId), held.Text("filename"u8)),
    };

    private static Content Edit(JsonElement held)
    {
        var now = held.Object("message"u8) is { } message ? Read(message) : null;
        return new(InboundKind.Edit, now?.Text)
        {
            Detail = now?.Kind.ToString(),
            About = Original(held),
            Medium = now?.Medium,
        };
    }

    private static string? Original(JsonElement held) => held.ShortText("original_message_id"u8, LongestId);
}
