using System.Globalization;
using System.Text.Json;

namespace Twiga.Application.Messaging;

/// <summary>The instant in an item's timestamp: seconds or milliseconds since 1970, as a string or a number.</summary>
internal static class SentTime
{
    private const long FirstMilliseconds = 100_000_000_000; // as seconds this would be the year 5138
    private static readonly DateTimeOffset WhatsAppBegan = new(2009, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ClocksMayDiffer = TimeSpan.FromDays(2);

    /// <summary>The time of receipt where the timestamp is missing, no number, or absurd.</summary>
    public static DateTimeOffset Read(JsonElement item, DateTimeOffset receivedAt)
    {
        if (!decimal.TryParse(
            item.Text("timestamp"u8), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return receivedAt;

        var milliseconds = number < FirstMilliseconds ? number * 1000 : number;
        if (milliseconds > (receivedAt + ClocksMayDiffer).ToUnixTimeMilliseconds())
            return receivedAt;

        var at = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        return at < WhatsAppBegan ? receivedAt : at;
    }
}
