using System.Text.Json.Nodes;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.LanguageModels.Wire;

/// <summary>Brings a provider's answer into the one shape that Betalgo reads without losing or breaking anything.</summary>
internal static class WireResponse
{
    public static JsonObject Mend(JsonObject body)
    {
        if (body["error"] is JsonObject error && body["choices"] is not JsonArray { Count: > 0 })
            throw WireFault.From(StatusOf(error), body.ToJsonString());

        body.Remove("error");
        if (body["data"] is JsonArray embeddings)
            body["data"] = InOrder(embeddings);
        else
            body["choices"] = new JsonArray(FirstChoice(body));

        if (body["usage"] is not JsonObject)
            body.Remove("usage");
        return body;
    }

    private static int StatusOf(JsonObject error) =>
        error["code"] is JsonValue code && code.TryGetValue(out int status) && status is >= 400 and < 600 ? status : 502;

    private static JsonArray InOrder(JsonArray embeddings) =>
        new([.. embeddings
            .Select((e, at) => (Embedding: e, Index: e?["index"] is JsonValue i && i.TryGetValue(out int n) ? n : at))
            .OrderBy(e => e.Index)
            .Select(e => e.Embedding?.DeepClone())]);

    private static JsonObject FirstChoice(JsonObject body)
    {
        var choice = (body["choices"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault()?.DeepClone() as JsonObject
            ?? throw new ModelUnavailableException("The answer holds no choice.");
        var message = choice["message"] as JsonObject ?? [];
        var mended = new JsonObject { ["role"] = "assistant", ["content"] = Words(message["content"]) };
        if (WireCalls.Of(message) is { Count: > 0 } calls)
            mended["tool_calls"] = calls;

        return new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = choice["finish_reason"]?.ToString(),
            ["message"] = mended,
        };
    }

    private static string? Words(JsonNode? content) => content switch
    {
        null => null,
        JsonArray parts => string.Concat(parts.Select(Words)),
        JsonObject part => part["text"] is JsonObject text ? text["value"]?.ToString() : part["text"]?.ToString(),
        _ => content.ToString(),
    };
}
