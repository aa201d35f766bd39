namespace Twiga.Infrastructure.Formats;

/// <summary>The data files of one kind: those that are part of Twiga, then those of the school's folder.</summary>
internal static class FormatFiles
{
    public static IEnumerable<(string File, string Yaml)> All(string ending, string? folder) =>
        Shipped(ending).Concat(Own(ending, folder));

    private static IEnumerable<(string File, string Yaml)> Shipped(string ending)
    {
        var assembly = typeof(FormatFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => Ends(n, ending)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static IEnumerable<(string File, string Yaml)> Own(string ending, string? folder) => Directory.Exists(folder)
        ? Directory.GetFiles(folder).Where(f => Ends(f, ending)).Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllText(f)))
        : [];

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.Ordinal);
}
