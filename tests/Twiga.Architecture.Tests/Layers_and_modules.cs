using ArchUnitNET.Domain;
using ArchUnitNET.NUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace Twiga.Architecture.Tests;

internal sealed class Layers_and_modules
{
    private static readonly Dictionary<string, string[]> Above = new()
    {
        ["Twiga.Domain"] = ["Twiga.Application", "Twiga.Infrastructure", "Twiga.Api"],
        ["Twiga.Application"] = ["Twiga.Infrastructure", "Twiga.Api"],
        ["Twiga.Infrastructure"] = ["Twiga.Api"],
    };

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Messaging"] = ["Onboarding", "Conversations", "Teachers"],
        ["Onboarding"] = ["Teachers", "Curriculum"],
        ["Teachers"] = [],
        ["Curriculum"] = [],
        ["Conversations"] = ["Teachers", "Curriculum", "Tools", "Documents"],
        ["Tools"] = ["Curriculum", "Exams", "Lessons", "Documents"],
        ["Exams"] = ["Curriculum", "Documents", "Teachers"],
        ["Lessons"] = ["Curriculum", "Documents", "Teachers"],
        ["Documents"] = [],
        ["Operators"] = [],
        ["Common"] = [],
        ["Behaviors"] = ["Messaging", "Teachers", "Curriculum", "Tools"],
    };

    [TestCaseSource(nameof(Above))]
    public void A_layer_knows_none_above_it(KeyValuePair<string, string[]> layer) =>
        Types().That().ResideInAssembly(Assembly.Load(layer.Key))
            .Should().NotDependOnAny(Types().That().ResideInAssemblyMatching($"^({string.Join('|', layer.Value)}),"))
            .WithoutRequiringPositiveResults()
            .Check(Code.All);

    [Test]
    public void The_domain_uses_nothing_but_the_platform() => Assert.That(
        Assembly.Load("Twiga.Domain").GetReferencedAssemblies().Select(a => a.Name),
        Has.All.StartWith("System"));

    [TestCaseSource(nameof(MayUse))]
    public void A_module_uses_only_those_it_may(KeyValuePair<string, string[]> module)
    {
        var others = MayUse.Keys.Except(module.Value).Except([module.Key, "Common"]).ToHashSet();
        var wrong =
            from type in Code.Written
            where ModuleOf(type) == module.Key
            from dependency in type.Dependencies
            where others.Contains(ModuleOf(dependency.Target) ?? "")
            select $"{type.FullName} uses {dependency.Target.FullName}";

        Assert.That(wrong.Distinct(), Is.Empty);
    }

    [Test]
    public void A_namespace_stops_at_the_module() => Assert.That(
        Code.Written.Where(t => Code.LayerOf(t) is "Twiga.Application" or "Twiga.Domain")
            .Select(t => t.Namespace.FullName).Distinct()
            .Where(n => n.Split('.').Length > 3 && n != "Twiga.Application.Common.Behaviors"),
        Is.Empty);

    [Test]
    public void Every_module_has_its_line_in_the_table() => Assert.That(
        Code.Written.Select(ModuleOf).OfType<string>().Distinct(), Is.SubsetOf(MayUse.Keys));

    private static string? ModuleOf(IType type) =>
        Code.LayerOf(type) == "Twiga.Application" && type.Namespace.FullName.Split('.') is [_, _, .., var module]
            ? module
            : null;
}
