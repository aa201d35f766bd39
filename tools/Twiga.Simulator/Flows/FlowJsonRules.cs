using System.Text.Json;
using System.Text.RegularExpressions;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Flows;

/// <summary>What is wrong with a Flow JSON, as Meta says it after an upload.</summary>
internal sealed record FlowFault(string Error, string ErrorType, string Message);

/// <summary>Checks Flow JSON against the rules that whatsapp.md, section 7, gives, as far as the page draws Flows.</summary>
internal static partial class FlowJsonRules
{
    private const int MostComponents = 50;
    private static readonly string[] _versions = ["5.1", "6.0", "6.1", "6.2", "6.3", "7.0", "7.1", "7.2", "7.3"];
    private static readonly string[] _actions = ["navigate", "data_exchange", "complete", "open_url", "update_data"];

    /// <summary>The longest label or text of each component.</summary>
    private static readonly Dictionary<string, (string Part, int Most)> _components = new()
    {
        ["TextHeading"] = ("text", 80),
        ["TextSubheading"] = ("text", 80),
        ["TextBody"] = ("text", 4096),
        ["TextCaption"] = ("text", 4096),
        ["TextInput"] = ("label", 20),
        ["TextArea"] = ("label", 20),
        ["DatePicker"] = ("label", 40),
        ["Dropdown"] = ("label", 30),
        ["RadioButtonsGroup"] = ("label", 30),
        ["CheckboxGroup"] = ("label", 30),
        ["ChipsSelector"] = ("label", 80),
        ["OptIn"] = ("label", 30),
        ["Footer"] = ("label", 35),
    };

    public static string? VersionOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Text(document.RootElement, "version");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static IReadOnlyList<FlowFault> Faults(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. Whole(document.RootElement)];
        }
        catch (JsonException fault)
        {
            return [Fault("INVALID_JSON", fault.Message)];
        }
    }

    private static IEnumerable<FlowFault> Whole(JsonElement flow)
    {
        if (!_versions.Contains(Text(flow, "version")))
            yield return Fault("INVALID_PROPERTY_VALUE", "version: is none that can be published.");
        var screens = Items(flow, "screens");
        var ids = screens.Select(screen => Text(screen, "id") ?? "").ToList();
        if (screens.Count == 0)
            yield return Fault("MISSING_REQUIRED_PROPERTY", "screens: at least one is required.");
        foreach (var id in ids.Where(id => !ScreenId().IsMatch(id) || id == "SUCCESS" || ids.Count(other => other == id) > 1))
            yield return Fault("INVALID_PROPERTY_VALUE", $"screens: '{id}' is no id of a screen, or there twice.");
        if (Member(flow, "data_api_version") is not null)
            foreach (var fault in Routes(Member(flow, "routing_model"), ids))
                yield return fault;
        foreach (var fault in screens.SelectMany(Screen))
            yield return fault;
    }

    private static IEnumerable<FlowFault> Routes(JsonElement? model, List<string> ids)
    {
        if (model is not { ValueKind: JsonValueKind.Object } routes)
        {
            yield return Fault("MISSING_REQUIRED_PROPERTY", "routing_model: is required with a data endpoint.");
            yield break;
        }

        foreach (var id in ids.Where(id => Member(routes, id) is null))
            yield return Fault("INVALID_ROUTING_MODEL", $"routing_model: {id} is missing.");
        foreach (var id in routes.EnumerateObject().SelectMany(from => Names(from.Value).Append(from.Name)).Except(ids))
            yield return Fault("INVALID_ROUTING_MODEL", $"routing_model: there is no screen {id}.");
    }

    private static IEnumerable<FlowFault> Screen(JsonElement screen)
    {
        var id = Text(screen, "id");
        var parts = Member(screen, "layout") is { } layout ? Items(layout, "children") : [];
        var declared = Member(screen, "data") is { ValueKind: JsonValueKind.Object } data
            ? data.EnumerateObject().ToList()
            : [];
        var names = parts.Select(part => Text(part, "name")).OfType<string>().ToList();
        if (parts.Count is 0 or > MostComponents)
            yield return Fault("INVALID_PROPERTY_VALUE", $"{id}: a screen has 1 to {MostComponents} components.");
        var footers = parts.Count(part => Text(part, "type") == "Footer");
        if (footers > 1 || (footers == 0 && Member(screen, "terminal") is { ValueKind: JsonValueKind.True }))
            yield return Fault("INVALID_PROPERTY_VALUE", $"{id}: a screen has one Footer at most, a terminal one has it.");
        foreach (var name in names.Where(name => names.Count(other => other == name) > 1).Distinct())
            yield return Fault("INVALID_PROPERTY_VALUE", $"{id}: the name {name} is there twice.");
        foreach (var entry in declared.Where(e => Member(e.Value, "type") is null || Member(e.Value, "__example__") is null))
            yield return Fault("MISSING_REQUIRED_PROPERTY", $"{id}.data.{entry.Name}: type and __example__ are required.");
        foreach (var fault in parts.SelectMany(part => Component(id, part)))
            yield return fault;

        var text = parts.Count == 0 ? "" : Member(screen, "layout")!.Value.GetRawText();
        foreach (var (kind, known) in (IEnumerable<(string, IEnumerable<string>)>)
            [("data", declared.Select(entry => entry.Name)), ("form", names)])
            foreach (var name in Binding().Matches(text).Where(m => m.Groups[1].Value == kind).Select(m => m.Groups[2].Value).Except(known))
                yield return Fault("INVALID_DYNAMIC_BINDING", $"{id}: there is no {kind}.{name}.");
    }

    private static IEnumerable<FlowFault> Component(string? screen, JsonElement part)
    {
        var type = Text(part, "type") ?? "";
        if (!_components.TryGetValue(type, out var limit))
        {
            yield return Fault("INVALID_PROPERTY_VALUE", $"{screen}: the simulator knows no component {type}.");
            yield break;
        }

        if (Text(part, limit.Part) is not { Length: > 0 } words)
            yield return Fault("MISSING_REQUIRED_PROPERTY", $"{screen}.{type}: {limit.Part} is required.");
        else if (!words.StartsWith("${", StringComparison.Ordinal) && words.Length > limit.Most)
            yield return Fault("INVALID_PROPERTY_VALUE", $"{screen}.{type}.{limit.Part}: at most {limit.Most} characters.");
        if (limit.Part == "label" && type != "Footer" && Text(part, "name") is null)
            yield return Fault("MISSING_REQUIRED_PROPERTY", $"{screen}.{type}: name is required.");
        if (type == "Footer" && !(Member(part, "on-click-action") is { } action && _actions.Contains(Text(action, "name"))))
            yield return Fault("INVALID_PROPERTY_VALUE", $"{screen}.Footer: on-click-action is required.");
    }

    private static FlowFault Fault(string error, string message) => new(error, "FLOW_JSON_ERROR", message);

    private static List<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    private static IEnumerable<string> Names(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)
        : [];

    [GeneratedRegex("^[A-Za-z_]+$")]
    private static partial Regex ScreenId();

    [GeneratedRegex(@"\$\{(data|form)\.([A-Za-z0-9_]+)")]
    private static partial Regex Binding();
}
