using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.LanguageModels.Wire;

/// <summary>The tool calls of an answer: each with an id of its own and arguments that are a JSON object.</summary>
internal static class WireCalls
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static JsonArray Of(JsonObject message)
    {
        var calls = (message["tool_calls"] as JsonArray)?.OfType<JsonObject>() ?? [];
        if (message["function_call"] is JsonObject old)
            calls = calls.Append(new JsonObject { ["function"] = old.DeepClone() });

        var mended = new JsonArray();
        var ids = new HashSet<string>();
        foreach (var call in calls)
        {
            if (call["function"] is not JsonObject function || function["name"]?.ToString() is not { Length: > 0 } name)
                continue;

            var id = call["id"]?.ToString();
            if (string.IsNullOrEmpty(id) || !ids.Add(id))
                ids.Add(id = $"call_{Guid.CreateVersion7():N}");

            mended.Add(new JsonObject
            {
                ["id"] = id,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = name, ["arguments"] = Arguments(function["arguments"]) },
            });
        }

        return mended;
    }

    private static string Arguments(JsonNode? arguments)
    {
        if (arguments is JsonObject given)
            return given.ToJsonString();

        var text = arguments?.ToString() ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return "{}";

        try
        {
            if (JsonNode.Parse(text, documentOptions: Lenient) is JsonObject parsed)
                return parsed.ToJsonString();
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            // Told to the model by the tool platform, as a sentence.
        }

        return new JsonObject { [BrokenArguments.Key] = text }.ToJsonString();
    }
}
