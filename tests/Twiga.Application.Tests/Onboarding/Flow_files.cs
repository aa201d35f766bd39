using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Twiga.Application.Onboarding;

namespace Twiga.Application.Tests.Onboarding;

/// <summary>The Flow JSON files against WhatsApp's rules (components and their limits).</summary>
internal sealed partial class Flow_files
{
    private static readonly string[] Components =
        ["TextHeading", "TextInput", "Dropdown", "DatePicker", "CheckboxGroup", "Footer"];

    [TestCase(FlowForm.Profile)]
    [TestCase(FlowForm.Classes)]
    public void Keep_the_rules_of_whatsapp(FlowForm form)
    {
        var flow = JsonNode.Parse(FlowForms.Json(form))!;
        var screens = flow["screens"]!.AsArray().Select(s => s!.AsObject()).ToList();

        Assert.That((string?)flow["version"], Is.EqualTo("7.3"));
        Assert.That((string?)flow["data_api_version"], Is.EqualTo("3.0"));
        Assert.That(flow["routing_model"]!.AsObject().Select(r => r.Key), Is.EqualTo(screens.Select(s => (string?)s["id"])));
        Assert.That(screens.Count(s => (bool?)s["terminal"] == true), Is.EqualTo(1));
        foreach (var screen in screens)
            Check(screen);
    }

    private static void Check(JsonObject screen)
    {
        var children = screen["layout"]!["children"]!.AsArray().Select(c => c!.AsObject()).ToList();
        Assert.That((string?)screen["id"], Does.Match("^[A-Z_]+$").And.Not.EqualTo("SUCCESS"));
        Assert.That(children, Has.Count.AtMost(50));
        Assert.That(children.Select(c => (string?)c["type"]).Distinct(), Is.SubsetOf(Components));
        Assert.That(children.Count(c => (string?)c["type"] == "Footer"), Is.EqualTo(1));

        var fields = children.Select(c => (string?)c["name"]).OfType<string>().ToList();
        Assert.That(fields, Is.Unique);
        var text = screen["layout"]!.ToJsonString();
        var data = screen["data"]!.AsObject().Select(d => d.Key).ToList();
        Assert.That(References(text, "data").Distinct(), Is.EquivalentTo(data));
        Assert.That(References(text, "form"), Is.EquivalentTo(fields));
        Assert.That(screen["data"]!.AsObject().Select(d => d.Value!["__example__"]), Has.None.Null);
    }

    private static IEnumerable<string> References(string text, string of) =>
        Reference().Matches(text).Where(m => m.Groups[1].Value == of).Select(m => m.Groups[2].Value);

    [GeneratedRegex(@"\$\{(data|form)\.(\w+)\}")]
    private static partial Regex Reference();
}
