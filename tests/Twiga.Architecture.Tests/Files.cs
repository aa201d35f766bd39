namespace Twiga.Architecture.Tests;

internal sealed class Files
{
    private const int LinesAtMost = 200;

    [Test]
    public void Are_found() => Assert.That(Sources.In("src").Count(), Is.GreaterThan(50));

    [Test]
    public void Have_two_hundred_lines_at_most() => Assert.That(
        Sources.In("src").Where(f => File.ReadLines(f).Count() > LinesAtMost).Select(f => Path.GetRelativePath(Code.Root, f)),
        Is.Empty);
}
