using System.Text.Json.Nodes;
using Twiga.Application.Conversations;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Conversations;

[TestFixture]
internal sealed class Telling_the_language
{
    private static readonly string Here = TestContext.CurrentContext.TestDirectory;

    [Test]
    public void Is_right_on_97_of_100_labelled_messages()
    {
        var labelled = File.ReadLines(Path.Combine(Here, "Conversations", "languages.tsv"))
            .Select(line => line.Split('\t'))
            .Select(cells => (Language: Named(cells[0]), Text: cells[1]))
            .ToList();

        Assert.That(labelled, Has.Count.GreaterThanOrEqualTo(200));
        Assert.That(Wrong(labelled), Has.Count.LessThanOrEqualTo(labelled.Count * 3 / 100));
    }

    [Test]
    public void Is_right_on_97_of_100_questions_of_the_golden_sets()
    {
        var labelled = Directory.GetFiles(Path.Combine(Here, "Golden"), "*.jsonl")
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0)
            .Select(line => JsonNode.Parse(line)!)
            .Select(q => (Named((string)q["language"]!), (string)q["question"]!))
            .ToList();

        Assert.That(labelled, Has.Count.GreaterThanOrEqualTo(200));
        Assert.That(Wrong(labelled), Has.Count.LessThanOrEqualTo(labelled.Count * 3 / 100));
    }

    [TestCase("The causes of erosion are wind and water, and these are found in many places of the country.", true)]
    [TestCase("Mmomonyoko wa udongo (soil erosion) husababishwa na upepo na maji.", false)]
    [TestCase("Tides: the moon and the sun. Mawimbi ya bahari ni kupanda na kushuka kwa maji ya bahari.", false)]
    [TestCase("Kutoka kwenye kitabu chako: The causes of erosion are wind and water, and these are found in the soil.", false)]
    [TestCase("$x = 2$", false)]
    public void Sees_an_answer_that_is_English_throughout(string answer, bool expected) =>
        Assert.That(LanguageOf.IsEnglishThroughout(answer), Is.EqualTo(expected));

    private static List<string> Wrong(IEnumerable<(Language? Language, string Text)> labelled) =>
        [.. labelled.Where(e => LanguageOf.Message(e.Text) != e.Language).Select(e => e.Text)];

    private static Language? Named(string label) => label switch
    {
        "en" => Language.English,
        "sw" or "mixed" => Language.Swahili,
        _ => null,
    };
}
