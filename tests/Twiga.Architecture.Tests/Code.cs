using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Twiga.Architecture.Tests;

/// <summary>The code that the rules are about.</summary>
internal static class Code
{
    public static readonly string[] Layers = ["Twiga.Domain", "Twiga.Application", "Twiga.Infrastructure", "Twiga.Api"];

    private static readonly string[] Tools = ["Twiga.Cli", "Twiga.Simulator", "Twiga.Benchmarks"];

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded = new(() =>
        new ArchLoader().LoadAssemblies([.. Layers.Concat(Tools).Select(Assembly.Load)]).Build());

    public static ArchUnitNET.Domain.Architecture All => Loaded.Value;

    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The types that somebody wrote in src/; migrations are written by EF, components by Razor.</summary>
    public static IEnumerable<IType> Written => All.Types.Where(t =>
        Layers.Contains(LayerOf(t)) && !t.IsCompilerGenerated && !t.FullName.Contains('<')
        && !t.Namespace.FullName.EndsWith(".Migrations", StringComparison.Ordinal) && t.Namespace.FullName != "Twiga.Api.Pages"
        && t.Namespace.FullName.StartsWith("Twiga", StringComparison.Ordinal));

    public static string LayerOf(IType type) => type.Assembly?.Name.Split(',')[0] ?? "";

    private static string FindRoot(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Twiga.sln"))
        ? folder.FullName
        : FindRoot(folder.Parent ?? throw new DirectoryNotFoundException("No Twiga.sln above the tests."));
}
