using System.Text.Json;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>Meta's error object: <c>{"error":{"code","message","error_data":{"details"}}}</c>.</summary>
internal sealed class GraphRefusal(int code, string details) : Exception(details)
{
    private const int LongestDetails = 500;

    public int Code => code;

    /// <summary>Reads the error of a response; the HTTP status is the code where the body has none.</summary>
    public static async Task<GraphRefusal> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = document.RootElement.GetProperty("error");
            var code = error.TryGetProperty("code", out var c) && c.TryGetInt32(out var number) ? number : status;
            return new GraphRefusal(code, Shorten(Details(error)));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new GraphRefusal(status, $"HTTP {status}");
        }
    }

    private static string Details(JsonElement error) =>
        error.TryGetProperty("error_data", out var data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("details", out var details)
            ? details.ToString()
            : error.TryGetProperty("message", out var message) ? message.ToString() : "";

    private static string Shorten(string text) => text.Length <= LongestDetails ? text : text[..LongestDetails];
}
