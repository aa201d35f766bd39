using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Twiga.Architecture.Tests;

/// <summary>The source files, for what the compiled code no longer shows: lengths, and the names of constants' classes.</summary>
internal static partial class Sources
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
    private static readonly ConcurrentDictionary<string, HashSet<string>> Names = new();

    public static IEnumerable<string> In(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Code.Root, folder), "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(Code.Root, file).Split(Separators).Any(p => p is "bin" or "obj" or "Migrations")
        select file;

    /// <summary>Every name that stands in a project other than this one.</summary>
    public static HashSet<string> NamedOutside(string project) => Names.GetOrAdd(project, _ =>
    [
        .. from file in In("src").Concat(In("tools"))
           where !file.Contains($"{Path.DirectorySeparatorChar}{project}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
           from Match name in Name().Matches(File.ReadAllText(file))
           select name.Value,
    ]);

    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Name();
}
