using System.Text.RegularExpressions;
using Twiga.Application.Conversations;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Common;

/// <summary>What a teacher reads stands in the resources, not in the code; a tool's progress words stand with the tool.</summary>
[TestFixture]
internal sealed partial class Texts_in_the_sources
{
    private static readonly string[] Lines =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Select((line, n) => $"{Path.GetFileName(f)}:{n + 1}: {line.Trim()}")),
    ];

    [Test]
    public void Are_found() => Assert.That(Lines, Has.Length.GreaterThan(5000));

    [Test]
    public void Are_never_written_into_a_message() => Assert.That(Lines.Where(l => Message().IsMatch(l)), Is.Empty);

    [Test]
    public void Are_never_Swahili_sentences() => Assert.That(
        Lines.Where(l => !l.Contains("[Progress(", StringComparison.Ordinal) && !l.Contains("///", StringComparison.Ordinal))
            .Where(l => Sentence().Matches(l).Any(m => IsSwahili(m.Groups[1].Value))),
        Is.Empty);

    [TestCase("""return new TextContent("Hello there");""", ExpectedResult = true)]
    [TestCase("""new ReplyButton(Route.Settings, $"My {thing}")""", ExpectedResult = true)]
    [TestCase("""new ReplyButton($"say:{name}", title)""", ExpectedResult = false)]
    public bool Are_recognised_in_a_message(string line) => Message().IsMatch(line);

    [Test]
    public void Are_recognised_as_Swahili() =>
        Assert.That(Sentence().Matches("""Say("Samahani, sikuweza kukujibu sasa.")""").Any(m => IsSwahili(m.Groups[1].Value)));

    private static bool IsSwahili(string text) => LanguageOf.Message(text) == Language.Swahili;

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Twiga.sln")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException("Twiga.sln");
    }

    // a literal that a person reads: it begins with a capital letter and has two words
    [GeneratedRegex("""new (TextContent|ButtonsContent|ReplyButton|ListContent|ListSection|ListRow|FlowContent)\([^;]*\$?"\p{Lu}[\p{L}']* ?(\p{L}|\{)""")]
    private static partial Regex Message();

    [GeneratedRegex(@"""(\p{Lu}\p{Ll}+,? [^""]* [^""]*[.!?:])""")]
    private static partial Regex Sentence();
}
