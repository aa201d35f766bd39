using System.Text.Json;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Graph;

/// <summary>The limits of template messages; any name passes unless its parameters break one.</summary>
internal static class TemplateRules
{
    private const int BodyParameter = 1024, HeaderParameter = 60, NameLength = 512;

    public static GraphError? Refuses(JsonElement? content)
    {
        if (content is not { ValueKind: JsonValueKind.Object } template)
            return GraphError.Missing("The template object is required.");
        if (MessageRules.Required(Text(template, "name"), NameLength, "template.name") is { } refused)
            return refused;
        if (Member(template, "language") is not { } language || string.IsNullOrEmpty(Text(language, "code")))
            return GraphError.Missing("template.language.code is required.");
        if (Member(template, "components") is not { } components)
            return null;
        return components.ValueKind == JsonValueKind.Array
            ? components.EnumerateArray().Select(Component).FirstOrDefault(fault => fault is not null)
            : GraphError.BadValue("template.components must be a list.");
    }

    private static GraphError? Component(JsonElement component)
    {
        if (Text(component, "type") is not ("header" or "body" or "button"))
            return GraphError.BadValue("A component's type must be header, body or button.");
        if (Member(component, "parameters") is not { ValueKind: JsonValueKind.Array } parameters)
            return null;
        var limit = Text(component, "type") == "header" ? HeaderParameter : BodyParameter;
        return parameters.EnumerateArray()
            .Where(parameter => Text(parameter, "type") == "text")
            .Select(parameter => MessageRules.Required(Text(parameter, "text"), limit, "template parameter"))
            .FirstOrDefault(fault => fault is not null);
    }
}
