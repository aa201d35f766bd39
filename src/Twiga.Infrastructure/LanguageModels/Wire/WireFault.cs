using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.LanguageModels.Wire;

/// <summary>Which fault an HTTP status stands for. Providers' sentences can repeat the prompt, so only codes are kept.</summary>
internal static class WireFault
{
    public static ModelException From(int status, string body, TimeSpan? retryAfter = null)
    {
        var message = $"Status {status}{Code(body) switch { { } code => $" ({code})", null => "" }}.";
        return status switch
        {
            401 or 402 or 403 => new ModelKeyRefusedException(message, status),
            408 or 409 or 425 or 429 or >= 500 => new ModelUnavailableException(message, status, retryAfter),
            _ => new ModelRequestRefusedException(message, status),
        };
    }

    private static string? Code(string body)
    {
        try
        {
            var error = JsonNode.Parse(body) is JsonObject root ? root["error"] as JsonObject : null;
            var code = (error?["code"] ?? error?["type"])?.ToString();
            return code is { Length: > 0 and <= 60 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
                ? code
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
