using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Application.Common;

namespace Twiga.Application.Tools;

/// <summary>Reads what a model gave as arguments: forgiving in form, strict in substance.</summary>
internal sealed class ToolArguments(Type tool, JsonObject schema)
{
    private readonly JsonObject _properties = schema["properties"] as JsonObject ?? [];

    private readonly HashSet<string> _required =
        [.. (schema["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>())];

    /// <summary>The tool's record; throws a refusal that the model can act on.</summary>
    public object Read(IDictionary<string, object?> given)
    {
        if (given.ContainsKey(BrokenArguments.Key))
            throw new ToolRefusedException($"The arguments are not a JSON object. {WhatItTakes}");

        var arguments = new JsonObject();
        foreach (var (said, value) in given)
        {
            var name = _properties.ContainsKey(said) ? said : JsonNamingPolicy.SnakeCaseLower.ConvertName(said);
            if (_properties[name] is not JsonObject property)
                throw new ToolRefusedException($"'{said}' is no argument. {WhatItTakes}");
            if (Mended(property, name, JsonSerializer.SerializeToNode(value, ToolJson.Options)) is { } mended)
                arguments[name] = mended;
        }

        if (_required.FirstOrDefault(r => !arguments.ContainsKey(r)) is { } missing)
            throw new ToolRefusedException($"{missing} is missing. {WhatItTakes}");

        var call = Deserialize(arguments);
        var faults = Faults(call).ToList();
        return faults.Count == 0 ? call : throw new ToolRefusedException(string.Join(" ", faults));
    }

    private string WhatItTakes
    {
        get
        {
            var optional = _properties.Select(p => p.Key).Except(_required).ToList();
            return $"It takes {string.Join(", ", _required)}"
                + (optional.Count > 0 ? $"; {string.Join(", ", optional)} may be left out." : ".");
        }
    }

    private JsonNode? Mended(JsonObject property, string name, JsonNode? value)
    {
        var text = value is JsonValue v && v.TryGetValue(out string? s) ? s.Trim() : null;
        return (ToolSchema.TypeOf(property), text) switch
        {
            (_, "") when !_required.Contains(name) => null,
            (not "string", "null" or "None") => null,
            ("boolean", "true" or "True") => true,
            ("boolean", "false" or "False") => false,
            ("string", null) when property["enum"] is null && value is JsonValue number && number.GetValueKind() == JsonValueKind.Number => number.ToJsonString(),
            ("array", { } one) when !one.StartsWith('[') => new JsonArray(one),
            _ => value,
        };
    }

    private object Deserialize(JsonObject arguments)
    {
        try
        {
            return arguments.Deserialize(tool, ToolJson.Options)!;
        }
        catch (JsonException fault)
        {
            var name = fault.Path?.Split('.', '[').ElementAtOrDefault(1) ?? "";
            throw new ToolRefusedException(
                _properties[name] is JsonObject property
                    ? $"{name} must be {ToolSchema.Describe(property)}."
                    : $"The arguments do not fit. {WhatItTakes}");
        }
    }

    private static IEnumerable<string> Faults(object call)
    {
        foreach (var property in call.GetType().GetProperties())
        {
            var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            var context = new ValidationContext(call) { MemberName = property.Name, DisplayName = name };
            foreach (var rule in property.GetCustomAttributes<ValidationAttribute>(inherit: true))
            {
                if (rule.GetValidationResult(property.GetValue(call), context) is { ErrorMessage: { } message })
                    yield return message.Replace("The field ", "");
            }
        }
    }
}
