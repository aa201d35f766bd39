using System.Text.Json;
using Twiga.Simulator.Faults;

namespace Twiga.Simulator.Models;

/// <summary>What chat completions and embeddings have in common on the wire.</summary>
internal static class ModelWire
{
    public static async Task<JsonDocument?> ReadAsync(HttpContext http)
    {
        try
        {
            var document = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The status a fault answers with; 0 drops the connection, none leaves it to the reply.</summary>
    public static int? StatusOf(FaultRule fault) => fault.Kind switch
    {
        "down" => 0,
        "refused-key" => StatusCodes.Status401Unauthorized,
        "error" => fault.Status ?? StatusCodes.Status500InternalServerError,
        "invalid-json" => StatusCodes.Status200OK,
        _ => null,
    };

    public static Task FailAsync(HttpContext http, FaultRule fault, int status)
    {
        if (status == 0)
        {
            http.Abort();
            return Task.CompletedTask;
        }

        if (fault.Kind == "invalid-json")
            return RawAsync(http, status, "{\"id\":\"chatcmpl-1\",\"choices\":[{\"message\":{\"content\":\"Tid");
        if (status == StatusCodes.Status429TooManyRequests)
            http.Response.Headers.RetryAfter = "1";
        return ErrorAsync(http, status, fault.Details ?? "Switched on in the simulator.");
    }

    public static Task ErrorAsync(HttpContext http, int status, string message)
    {
        var (type, code) = status switch
        {
            401 => ("invalid_request_error", "invalid_api_key"),
            429 => ("rate_limit_error", "rate_limit_exceeded"),
            >= 500 => ("server_error", "server_error"),
            _ => ("invalid_request_error", "invalid_request"),
        };
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = new { message, type, param = (string?)null, code } });
    }

    public static Task RawAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    }
}
