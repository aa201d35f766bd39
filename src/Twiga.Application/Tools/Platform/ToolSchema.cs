using System.Text.Json.Nodes;

namespace Twiga.Application.Tools;

/// <summary>Reads one property of a tool's schema.</summary>
internal static class ToolSchema
{
    public static string? TypeOf(JsonObject property) => property["type"] switch
    {
        JsonArray types => types.Select(t => t!.GetValue<string>()).FirstOrDefault(t => t != "null"),
        JsonValue type => type.GetValue<string>(),
        _ => null,
    };

    /// <summary>"one of essay, matching", "a whole number from 1 to 20".</summary>
    public static string Describe(JsonObject property)
    {
        if (property["enum"] is JsonArray choices)
            return $"one of {string.Join(", ", choices.Where(c => c is not null).Select(c => c!.ToString()))}";

        return TypeOf(property) switch
        {
            "integer" => "a whole number" + Bounds(property),
            "number" => "a number" + Bounds(property),
            "boolean" => "true or false",
            "array" => "a list",
            "object" => "an object",
            _ => "a text",
        };
    }

    private static string Bounds(JsonObject property) =>
        (property["minimum"], property["maximum"]) is ({ } from, { } to) ? $" from {from} to {to}" : "";
}
