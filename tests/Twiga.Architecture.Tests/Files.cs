namespace Twiga.Architecture.Tests;

internal sealed class Files
{
    private const int LinesAtMost = 200;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    private static IEnumerable<string> Sources =>
        from file in Directory.EnumerateFiles(Path.Combine(Code.Root, "src"), "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(Code.Root, file).Split(Separators).Any(p => p is "bin" or "obj" or "Migrations")
        select file;

    [Test]
    public void Are_found() => Assert.That(Sources.Count(), Is.GreaterThan(50));

    [Test]
    public void Have_two_hundred_lines_at_most() => Assert.That(
        Sources.Where(f => File.ReadLines(f).Count() > LinesAtMost).Select(f => Path.GetRelativePath(Code.Root, f)), Is.Empty);
}
