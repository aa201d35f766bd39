using System.Globalization;
using System.Text.Json;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>Reads one item of value.statuses that is about a message.</summary>
internal static class StatusReader
{
    private const int LongestDetails = 2000;

    /// <returns>The report, or the reason why it cannot be used.</returns>
    public static (DeliveryReport? Report, string? Fault) Read(JsonElement item, DateTimeOffset receivedAt)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return (null, "a status that is no object");
        if (item.ShortText("id"u8, MessageReader.LongestId) is not { } wamid)
            return (null, "a status without an id, or with one that is too long");
        if (item.Text("status"u8) is not ("sent" or "delivered" or "read" or "played" or "failed" or "deleted"))
            return (null, "a status of a name that is not known");

        var error = item.Member("errors"u8)?.Items().FirstOrDefault() ?? default;
        return (new DeliveryReport
        {
            Wamid = wamid,
            CallbackId = Callback(item),
            Status = item.Text("status"u8)!,
            At = SentTime.Read(item, receivedAt),
            ErrorCode = error.Number("code"u8),
            ErrorDetails = Details(error),
            PricingCategory = item.Object("pricing"u8)?.ShortText("category"u8, 100),
            ReceivedAt = receivedAt,
        }, null);
    }

    private static OutgoingMessageId? Callback(JsonElement item) => long.TryParse(
        item.Text("biz_opaque_callback_data"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
        ? OutgoingMessageId.From(id)
        : null;

    private static string? Details(JsonElement error)
    {
        var details = error.Object("error_data"u8)?.Text("details"u8)
            ?? error.Text("details"u8) ?? error.Text("message"u8) ?? error.Text("title"u8);
        return details is { Length: > LongestDetails } ? details[..LongestDetails] : details;
    }
}
