using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
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

    /// <summary>The request as it goes out, with the tools that were written before or, for the next time, those it has.</summary>
    public static ReadOnlyMemory<byte> Mended(JsonElement body, ToolText? tools)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Plain.Encoder }))
        {
            writer.WriteStartObject();
            foreach (var property in body.EnumerateObject())
            {
                if (property.NameEquals("tools"u8))
                    tools = Read(property.Value, tools ?? new ToolText());
                else if (property.NameEquals("tool_choice"u8))
                    (tools ??= new ToolText()).Choice = JsonMarshal.GetRawUtf8Value(property.Value).ToArray();
                else if (property.NameEquals("messages"u8) && MayBeCutInTwo(property.Value))
                    WriteJoined(writer, property.Value);
                else
                    property.WriteTo(writer);
            }

            WriteRaw(writer, "tools", tools?.Written);
            WriteRaw(writer, "tool_choice", tools?.Choice);
            writer.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private static ToolText Read(JsonElement given, ToolText text)
    {
        var tools = JsonArray.Create(given)!;
        foreach (var tool in tools)
        {
            if (tool?["function"]?["parameters"] is JsonObject parameters)
                RequireOnlyWhatCannotBeNull(parameters);
        }

        text.Written = Encoding.UTF8.GetBytes(tools.ToJsonString(Plain));
        return text;
    }

    private static void WriteRaw(Utf8JsonWriter writer, string name, byte[]? json)
    {
        if (json is null)
            return;

        writer.WritePropertyName(name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    private static void WriteJoined(Utf8JsonWriter writer, JsonElement given)
    {
        var messages = JsonArray.Create(given)!;
        JoinWordsAndCalls(messages);
        writer.WritePropertyName("messages"u8);
        messages.WriteTo(writer, Plain);
    }

    private static bool MayBeCutInTwo(JsonElement messages)
    {
        var assistantSpoke = false;
        foreach (var message in messages.EnumerateArray())
        {
            if (assistantSpoke && message.TryGetProperty("tool_calls"u8, out _))
                return true;
            assistantSpoke = message.TryGetProperty("role"u8, out var role) && role.ValueEquals("assistant"u8);
        }

        return false;
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
