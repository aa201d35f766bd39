using System.Text.Json;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>Reads one item of value.messages.</summary>
internal static class MessageReader
{
    /// <summary>PostgreSQL's unique index takes 2,700 bytes at most; Meta's ids have about 60 characters.</summary>
    public const int LongestId = 500;

    private const int LongestName = 240;

    /// <returns>The message, or the reason why it cannot be one.</returns>
    public static (ReceivedMessage? Message, string? Fault) Read(
        JsonElement item, IReadOnlyList<JsonElement> contacts, DateTimeOffset receivedAt)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return (null, "a message that is no object");
        if (string.IsNullOrWhiteSpace(item.Text("id"u8)))
            return (null, "a message without an id");
        if (item.ShortText("id"u8, LongestId) is not { } wamid)
            return (null, "a message with an id that is too long");
        if (item.Member("type"u8) is { } type && type.ValueKind != JsonValueKind.String)
            return (null, "a message whose type is no word");
        if (SenderReader.Read(item, contacts) is not { } sender)
            return (null, "a message that does not say who sent it");

        var content = ContentReader.Read(item);
        return (new ReceivedMessage(
            wamid,
            sender,
            content.Kind,
            string.IsNullOrWhiteSpace(content.Text) ? null : content.Text,
            content.Detail,
            content.About ?? RepliesTo(item),
            content.Medium?.Id,
            content.Medium?.MimeType,
            FileName(content.Medium?.FileName),
            SentTime.Read(item, receivedAt),
            item.Raw())
        {
            Becomes = content.Kind == InboundKind.System ? SenderReader.Becomes(item) : null,
        }, null);
    }

    private static string? RepliesTo(JsonElement item) => item.Object("context"u8)?.ShortText("id"u8, LongestId);

    // Only the last part of a path, without what no file system likes.
    private static string? FileName(string? name)
    {
        if (name is null)
            return null;

        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = new string([.. last.Where(c => !char.IsControl(c) && c != '\uFFFD')]).Trim(' ', '.');
        return plain.Length == 0 ? null : plain[..Math.Min(plain.Length, LongestName)];
    }
}
