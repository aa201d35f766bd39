using System.Text.Json;
using System.Text.RegularExpressions;

namespace Twiga.Simulator.Graph;

/// <summary>What Twiga asks the Graph API to do with a message: its address and kind, read tolerantly.</summary>
internal sealed partial record OutgoingMessage(JsonElement Root)
{
    public string? To => Text(Root, "to");

    public string? Recipient => Text(Root, "recipient");

    public string Type => Text(Root, "type") ?? "text";

    public string? CallbackId => Text(Root, "biz_opaque_callback_data");

    public string? ReplyTo => Member(Root, "context") is { } context ? Text(context, "message_id") : null;

    public bool IsReadReceipt => Text(Root, "status") == "read";

    public string? MessageId => Text(Root, "message_id");

    public bool Typing => Member(Root, "typing_indicator") is not null;

    public JsonElement? Content => Member(Root, Type);

    /// <summary>Where it goes; with a phone number and a user id, the number wins.</summary>
    public string? Address => To is { Length: > 0 } to ? Digits(to) ?? to : Recipient;

    /// <summary>A user id in <c>to</c> is taken and never delivered.</summary>
    public bool IsDropped => To is { Length: > 0 } to && UserId().IsMatch(to);

    public bool HasBadAddress => To is { Length: > 0 } to
        ? Digits(to) is null && !IsDropped
        : Recipient is not { } recipient || !UserId().IsMatch(recipient);

    /// <summary>The words of it, for people.</summary>
    public string? Words => Content is { } content
        ? Type switch
        {
            "text" => Text(content, "body"),
            "interactive" => Member(content, "body") is { } body ? Text(body, "text") : null,
            "template" => Text(content, "name"),
            "reaction" => Text(content, "emoji"),
            _ => Text(content, "caption"),
        }
        : null;

    public static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) &&
        member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    private static string? Digits(string to) =>
        Phone().IsMatch(to) ? new string([.. to.Where(char.IsAsciiDigit)]) : null;

    [GeneratedRegex(@"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$")]
    private static partial Regex UserId();

    [GeneratedRegex(@"^\+?[0-9](?:[ ()-]*[0-9]){6,15}$")]
    private static partial Regex Phone();
}
