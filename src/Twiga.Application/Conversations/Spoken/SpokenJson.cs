using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Twiga.Application.Common;

namespace Twiga.Application.Conversations;

/// <summary>
/// Calls with JSON: <c>&lt;function=name&gt;{…}</c>, <c>name({…})</c>, and objects that name a tool, bare, fenced,
/// tagged or in a list.
/// </summary>
internal static partial class SpokenJson
{
    private const int Near = 200;

    private static readonly string[] NameKeys = ["name", "tool", "tool_name", "function"];
    private static readonly string[] ArgumentKeys = ["arguments", "parameters", "args", "input", "tool_input"];

    public static IReadOnlyList<FunctionCallContent>? Read(
        string before, string json, IReadOnlyCollection<string> tools)
    {
        before = before.Length > Near ? before[^Near..] : before;
        if (Tag().Match(before) is { Success: true } tag)
            return [SpokenCall.Of(tag.Groups["name"].Value, Arguments(json))];
        if (Prefix().Match(before) is { Success: true } prefix && tools.Contains(prefix.Groups["name"].Value))
            return [SpokenCall.Of(prefix.Groups["name"].Value, Arguments(json))];
        if (JsonSpan.Parse(json) is not { } parsed)
            return null;

        var calls = (parsed.ValueKind == JsonValueKind.Array ? parsed.EnumerateArray().ToArray() : [parsed])
            .Select(o => Named(o, tools))
            .ToList();
        return calls.Count > 0 && !calls.Contains(null) ? [.. calls.OfType<FunctionCallContent>()] : null;
    }

    private static FunctionCallContent? Named(JsonElement json, IReadOnlyCollection<string> tools)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        if (json.TryGetProperty("function", out var inner) && inner.ValueKind == JsonValueKind.Object)
            json = inner;

        var name = First(json, NameKeys) is { ValueKind: JsonValueKind.String } said ? said.GetString()! : "";
        if (!tools.Contains(name))
            return null;

        return First(json, ArgumentKeys) switch
        {
            { ValueKind: JsonValueKind.Object } given => SpokenCall.Of(name, Fields(given)),
            { ValueKind: JsonValueKind.String } written => SpokenCall.Of(name, Arguments(written.GetString()!)),
            null => SpokenCall.Of(name, []),
            _ => null,
        };
    }

    private static JsonElement? First(JsonElement json, string[] keys)
    {
        foreach (var key in keys)
        {
            if (json.TryGetProperty(key, out var value))
                return value;
        }

        return null;
    }

    private static Dictionary<string, object?> Arguments(string json) =>
        JsonSpan.Parse(json) is { ValueKind: JsonValueKind.Object } parsed
            ? Fields(parsed)
            : new() { [BrokenArguments.Key] = json };

    private static Dictionary<string, object?> Fields(JsonElement json) =>
        json.EnumerateObject().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => (object?)g.Last().Value);

    [GeneratedRegex(@"<\|?function(?:[=(]|_call=)\W?(?<name>\w+)\W*$", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<name>\w+)(?:\s|[(:`]|```json|<[^>]*>)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();
}
