using CsCheck;
using Twiga.Application.Conversations;
using Twiga.Application.Tools;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Conversations;

[TestFixture]
internal sealed class Settling_citations
{
    private static readonly NumberedPassage[] Retrieved =
    [
        new(1, Library.Passage(11, "a", page: 41)),
        new(2, Library.Passage(12, "b", page: 42)),
        new(3, Library.Passage(13, "c", page: 41)),
        new(4, Library.Passage(14, "d", page: 50, to: 51)),
        new(5, Library.Passage(15, "e", page: null)),
        new(12, Library.Passage(22, "f", page: 7, title: "Old Geography")),
    ];

    [TestCase("Moon [1].", "Moon [1].", "1")]
    [TestCase("Moon[1].", "Moon[1].", "1")]
    [TestCase("Sun [2], moon [1].", "Sun [1], moon [2].", "2,1")]
    [TestCase("Both [1][2].", "Both [1][2].", "1,2")]
    [TestCase("Both [1, 2].", "Both [1][2].", "1,2")]
    [TestCase("Both [1] [2].", "Both [1][2].", "1,2")]
    [TestCase("All [1-3].", "All [1][2].", "1,2")]
    [TestCase("Same page [1][3].", "Same page [1].", "1")]
    [TestCase("Far [12].", "Far [1].", "12")]
    [TestCase("Odd 【2】 and 【1†source】 and [^4].", "Odd [1] and [2] and [3].", "2,1,4")]
    [TestCase("Fake [9].", "Fake.", "")]
    [TestCase("Half fake [9, 2].", "Half fake [1].", "2")]
    [TestCase("Fake [7] and true [2].", "Fake and true [1].", "2")]
    [TestCase("Code `a[1]` stays.", "Code `a[1]` stays.", "")]
    [TestCase("Block:\n```\na[1] = b[9]\n```\nMoon [2].", "Block:\n```\na[1] = b[9]\n```\nMoon [1].", "2")]
    [TestCase("Formula $x_{[1]} + [9]$ stays [2].", "Formula $x_{[1]} + [9]$ stays [1].", "2")]
    [TestCase(@"Formula \([1]\) and \[ [9] \] stays.", @"Formula \([1]\) and \[ [9] \] stays.", "")]
    [TestCase("A link [1](https://x.tz) stays.", "A link [1](https://x.tz) stays.", "")]
    [TestCase("Words [in brackets] stay.", "Words [in brackets] stay.", "")]
    [TestCase("Sh 2,500 and $5 [1] or $6 [2].", "Sh 2,500 and $5 [1] or $6 [2].", "1,2")]
    [TestCase("Moon [2].\n\nSources:\n[2] Geography, page 42\n[1] Something", "Moon [1].", "2")]
    [TestCase("Moon [2].\n\n**Vyanzo:**\n- [2] Jiografia", "Moon [1].", "2")]
    [TestCase("Moon [2].\n\nReferences: [2] Geography", "Moon [1].", "2")]
    [TestCase("Energy sources:\n1. The sun [2]", "Energy sources:\n1. The sun [1]", "2")]
    public void Checks_and_numbers_markers(string answer, string expected, string places)
    {
        var settled = Citations.Settle(answer, Retrieved);

        Assert.That(settled.Text, Is.EqualTo(expected));
        var first = settled.Places.Select(p => Retrieved.First(r => p.Passages.Contains(r.Passage.Id)).Number);
        Assert.That(string.Join(",", first), Is.EqualTo(places));
    }

    [Test]
    public void Counts_the_unknown_ones() =>
        Assert.That(Citations.Settle("Fake [7], [8, 9] and true [1].", Retrieved).Unknown, Is.EqualTo(3));

    [Test]
    public void Describes_each_place_once()
    {
        var settled = Citations.Settle("A [4]. B [5]. C [12]. D [4].", Retrieved);

        Assert.That(
            settled.Footer(Language.English),
            Is.EqualTo(
                """


                Sources:
                [1] Geography Form 2, Chapter 3 The Ocean, pages 50–51
                [2] Geography Form 2, Chapter 3 The Ocean, section 3.2 Tides
                [3] Old Geography, Chapter 3 The Ocean, page 7
                """));
        Assert.That(settled.Footer(Language.Swahili), Does.Contain("Vyanzo:").And.Contain("kurasa 50–51"));
    }

    [Test]
    public void Cites_nothing_where_nothing_was_retrieved()
    {
        var settled = Citations.Settle("Fake [1].", []);

        Assert.That((settled.Text, settled.Footer(Language.English)), Is.EqualTo(("Fake.", "")));
    }

    [Test]
    public void Survives_anything() =>
        Gen.OneOf("[", "]", "1", "12", ",", " ", "【", "】", "$", "`", "```", "\\(", "\\)", "(", ")", "\n", "a", "Sources:", "†", "^", "-")
            .List[0, 40].Select(string.Concat)
            .Sample(text => Citations.Settle(text, Retrieved), iter: 20_000, threads: 1);
}
