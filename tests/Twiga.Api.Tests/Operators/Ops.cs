namespace Twiga.Api.Tests.Operators;

/// <summary>The files that operators use, as they stand in the repository.</summary>
internal static class Ops
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, "ops", path));

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "ops", folder), pattern);

    private static string FindRoot(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Twiga.sln"))
        ? folder.FullName
        : FindRoot(folder.Parent ?? throw new DirectoryNotFoundException("No Twiga.sln above the tests."));
}
