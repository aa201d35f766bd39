using CsCheck;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests;

public sealed class Cutting_passages
{
    [Test]
    public void Never_crosses_a_section_and_knows_chapter_section_and_pages()
    {
        var passages = Cut(
            new Block(BlockKind.Chapter, "Water") { Number = 1 },
            new Block(BlockKind.Section, "1.1 Rain"), Text(60, 3), Text(60, 4),
            new Block(BlockKind.Section, "1.2 Snow"), Text(20, 4));
        Assert.That(
            passages.Select(p => (p.ChapterNumber, p.Chapter, p.Section, p.PageFrom, p.PageTo, p.Ordinal)),
            Is.EqualTo(new (int?, string?, string?, int?, int?, int)[]
            {
                (1, "Water", "1.1 Rain", 3, 4, 0), (1, "Water", "1.2 Snow", 4, 4, 1),
            }));
    }

    [Test]
    public void Divides_a_long_section_into_even_parts_and_loses_no_word() =>
        Gen.Int[1, 190].List[1, 25].Sample(lengths =>
        {
            var blocks = lengths!.Select(l => Text(l, 1)).ToArray();
            var passages = Cut([new Block(BlockKind.Section, "1.1 Any"), .. blocks]);
            Assert.That(passages.Sum(p => Division.Words(p.Text)), Is.EqualTo(lengths.Sum()));
            Assert.That(passages.Max(p => Division.Words(p.Text)), Is.LessThanOrEqualTo(PassageCutter.MostWords));
        });

    [Test]
    public void Cuts_a_long_paragraph_at_sentences_but_never_in_a_formula()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("Word", 70)) + " $a. B$.";
        var passages = Cut(new Block(BlockKind.Paragraph, string.Join(' ', Enumerable.Repeat(sentence, 6))));
        Assert.That(passages, Has.Count.GreaterThan(1));
        Assert.That(passages, Has.All.Matches<Passage>(p => p!.Text.EndsWith("$a. B$.", StringComparison.Ordinal)));
    }

    [TestCase("Exercise 1.1", PassageKind.Exercise)]
    [TestCase("Revision exercise", PassageKind.Exercise)]
    [TestCase("Zoezi la 1.1", PassageKind.Exercise)]
    [TestCase("Example 1.1", PassageKind.Text)]
    [TestCase("Mfano 1.1", PassageKind.Text)]
    public void Knows_exercises_by_their_heading(string heading, PassageKind kind)
    {
        var passage = Cut(
            new Block(BlockKind.Section, "1.1 Rain"), Text(10, 1), new Block(BlockKind.Heading, heading), Text(10, 1))[^1];
        Assert.That(passage.Kind, Is.EqualTo(kind));
        Assert.That(passage.Text, Does.StartWith(heading + "\n"));
    }

    [Test]
    public void Goes_back_to_text_after_an_exercise() =>
        Assert.That(
            Cut(
                new Block(BlockKind.Chapter, "A") { Number = 1 }, new Block(BlockKind.Heading, "Exercise 1.1"), Text(9, 1),
                new Block(BlockKind.Section, "1.2 B"), Text(9, 1)).Select(p => p.Kind),
            Is.EqualTo(new[] { PassageKind.Exercise, PassageKind.Text }));

    [Test]
    public void Keeps_a_table_with_its_caption_and_repeats_its_head_where_it_is_long()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 60).Select(n => $"town {n} | {n} people live there"));
        var passages = Cut(
            new Block(BlockKind.Paragraph, "Table 1.1 Towns"), new Block(BlockKind.Table, $"Town | People\n{rows}"));
        Assert.That(passages, Has.Count.GreaterThan(1));
        Assert.That(passages, Has.All.Matches<Passage>(p =>
            p!.Kind == PassageKind.Table && p.Text.StartsWith("Table 1.1 Towns\nTown | People\ntown ", StringComparison.Ordinal)));
        Assert.That(passages.Sum(p => p.Text.Split('\n').Length - 2), Is.EqualTo(60));
    }

    [Test]
    public void Makes_the_last_chapter_a_glossary_without_a_number()
    {
        var passage = Cut(new Block(BlockKind.Chapter, "Faharasa"), new Block(BlockKind.ListItem, "- mvua: maji")).Single();
        Assert.That((passage.Kind, passage.ChapterNumber), Is.EqualTo((PassageKind.Glossary, (int?)null)));
    }

    private static IReadOnlyList<Passage> Cut(params Block[] blocks) => PassageCutter.Cut(blocks, Language.English);

    private static Block Text(int words, int page) =>
        new(BlockKind.Paragraph, string.Join(' ', Enumerable.Repeat("word", words)), page, page);
}
