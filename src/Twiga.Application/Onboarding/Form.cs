using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Application.Common;

namespace Twiga.Application.Onboarding;

/// <summary>A form on her phone; its screens are those of the Flow JSON file of the same name.</summary>
internal abstract class Form
{
    public abstract IReadOnlyList<string> Screens { get; }

    public abstract FilledIn.Screen First();

    /// <summary>The next screen, or the same with what is wrong; null where everything is taken over.</summary>
    public abstract FilledIn.Screen? Take(string screen, JsonElement data);

    /// <summary>Null where the field lacks; a field that is no text counts as empty.</summary>
    protected static string? Field(JsonElement data, string name) =>
        data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : "";

    protected static IEnumerable<string> Ticked(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)
            : [];

    protected static JsonObject Option(string id, string title) =>
        new() { ["id"] = id, ["title"] = title.Within(30) };

    protected static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)v)];
}
