using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Twiga.Infrastructure.LanguageModels.Wire;

/// <summary>
/// Undoes what Betalgo does to a request: it lists every property of a tool as required, and cuts an assistant's
/// message with words and tool calls in two.
/// </summary>
internal static class WireRequest
{
    /// <summary>Letters of every language go out as they are, at half the bytes of escapes.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Mend(JsonObject body)
    {
        foreach (var tool in body["tools"] as JsonArray ?? [])
        {
            if (tool?["function"]?["parameters"] is JsonObject parameters)
                RequireOnlyWhatCannotBeNull(parameters);
        }

        if (body["messages"] is JsonArray messages)
            JoinWordsAndCalls(messages);
    }

    /// <summary>A property that may be null in the schema is one that may be left out; providers read that better.</summary>
    private static void RequireOnlyWhatCannotBeNull(JsonObject schema)
    {
        if (schema["properties"] is not JsonObject properties)
            return;

        var required = new JsonArray();
        foreach (var (name, value) in properties)
        {
            if (value is JsonObject property && TakeNullAway(property))
                continue;

            required.Add(name);
        }

        schema["required"] = required;
    }

    private static bool TakeNullAway(JsonObject property)
    {
        if (property["type"] is not JsonArray types || types.All(t => t?.GetValue<string>() != "null"))
            return false;

        var rest = types.Where(t => t?.GetValue<string>() != "null").Select(t => t!.DeepClone()).ToArray();
        property["type"] = rest.Length == 1 ? rest[0] : new JsonArray(rest);
        if (property["enum"] is JsonArray choices)
            property["enum"] = new JsonArray([.. choices.Where(c => c is not null).Select(c => c!.DeepClone())]);
        return true;
    }

    private static void JoinWordsAndCalls(JsonArray messages)
    {
        for (var i = messages.Count - 1; i > 0; i--)
        {
            if (messages[i] is JsonObject calls && calls["tool_calls"] is not null && calls["content"] is null
                && messages[i - 1] is JsonObject words && words["role"]?.GetValue<string>() == "assistant"
                && words["tool_calls"] is null && words["content"] is { } content)
            {
                calls["content"] = content.DeepClone();
                messages.RemoveAt(i - 1);
                i--;
            }
        }
    }
}
