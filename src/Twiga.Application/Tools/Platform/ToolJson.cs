using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Twiga.Application.Tools;

/// <summary>How tools are written in JSON: snake_case names, and schemas made from the records.</summary>
internal static class ToolJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The schema of a tool; a property that may be left out may be null, and says so by its type.</summary>
    public static JsonObject Schema(Type tool)
    {
        var schema = JsonObject.Create(AIJsonUtilities.CreateJsonSchema(
            tool,
            serializerOptions: Options,
            inferenceOptions: new AIJsonSchemaCreateOptions { TransformSchemaNode = Transform }))!;
        schema.Remove("description");
        var required = (schema["required"] as JsonArray ?? []).Select(n => n!.GetValue<string>()).ToHashSet();
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            if (property is JsonObject p && !required.Contains(name))
                MayBeNull(p);
        }

        return schema;
    }

    private static JsonNode Transform(AIJsonSchemaCreateContext context, JsonNode node)
    {
        if (context.TypeInfo.Type != typeof(ClassName))
            return node;

        var named = new JsonObject { ["type"] = "string" };
        if (node is JsonObject described && described["description"] is { } description)
            named["description"] = description.DeepClone();
        return named;
    }

    private static void MayBeNull(JsonObject property)
    {
        if (property["type"] is JsonValue type)
            property["type"] = new JsonArray(type.DeepClone(), "null");
        if (property["enum"] is JsonArray choices && choices.All(c => c is not null))
            choices.Add(null);
    }
}
