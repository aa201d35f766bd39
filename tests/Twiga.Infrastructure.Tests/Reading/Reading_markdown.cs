using System.Text;
using Twiga.Application.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Reading;

namespace Twiga.Infrastructure.Tests.Reading;

public sealed class Reading_markdown
{
    private const string Book =
        """
        ---
        title: "Try Form 2"
        subject: geography
        grade: os2
        language: en
        authors: ["A", "B"]
        sample: true
        ---

        > This is a sample.

        # Chapter 1: Water

        <!-- page 1 -->

        ## 1.1 Rain

        **Rain** is *water* that falls at $v = u + at$ for Sh 2,500.

        $$ E = mc^2 $$

        <!-- page 2 -->

        1. Collect it.
        2. Drink it.
           - Boil it first.

        **Table 1.1** Rain by month

        | Month | mm |
        |---|---|
        | May | 12 |

        # Sura ya 2: Jua

        ## 2.1 Joto
        """;

    [Test]
    public void Takes_what_the_front_matter_says()
    {
        var facts = Read(Book).Facts;
        Assert.That(
            (facts.Title, facts.SubjectKey, facts.GradeCode, facts.Language, facts.IsSample),
            Is.EqualTo(("Try Form 2", "geography", "os2", Language.English, true)));
        Assert.That(facts.Authors, Is.EqualTo(new[] { "A", "B" }));
    }

    [Test]
    public void Gives_the_text_in_order_with_its_pages_and_without_its_markup() =>
        Assert.That(
            Read(Book).Blocks.Select(b => (b.Kind, b.Number, b.PageFrom, b.Text)),
            Is.EqualTo(new (BlockKind, int?, int?, string)[]
            {
                (BlockKind.Chapter, 1, null, "Water"),
                (BlockKind.Section, null, 1, "1.1 Rain"),
                (BlockKind.Paragraph, null, 1, "Rain is water that falls at $v = u + at$ for Sh 2,500."),
                (BlockKind.Formula, null, 1, "$$ E = mc^2 $$"),
                (BlockKind.ListItem, null, 2, "1. Collect it."),
                (BlockKind.ListItem, null, 2, "2. Drink it.\n  - Boil it first."),
                (BlockKind.Paragraph, null, 2, "Table 1.1 Rain by month"),
                (BlockKind.Table, null, 2, "Month | mm\nMay | 12"),
                (BlockKind.Chapter, 2, 2, "Jua"),
                (BlockKind.Section, null, 2, "2.1 Joto"),
            }));

    [TestCase("# A\n\n<!-- page two -->\n", "line 3: '<!-- page two -->' is no page")]
    [TestCase("# A\n\n<!-- page 4 -->\n\ntext\n\n<!-- page 3 -->\n", "line 7: page 3 comes after page 4")]
    [TestCase("---\ntitle: [a\n---\n\n# A\n", "line 2:")]
    [TestCase("---\nlanguage: fr\n---\n\n# A\n", "the language is 'fr'")]
    public void Names_the_line_that_is_wrong(string text, string reason)
    {
        var fault = Assert.Throws<UnreadableFileException>(() => Read(text));
        Assert.That(fault.Message, Does.Contain(reason));
    }

    [Test]
    public void Names_the_line_of_bytes_that_are_no_text()
    {
        var fault = Assert.Throws<UnreadableFileException>(
            () => new MarkdownFormat().Read([.. "one\ntwo"u8, 0xff, 0xfe], CancellationToken.None));
        Assert.That(fault.Message, Is.EqualTo("line 2: the text is not UTF-8."));
    }

    [TestCase("missing.md", "there is no such file")]
    [TestCase("empty.md", "the file is empty")]
    [TestCase("book.epub", "'.epub' files cannot be read")]
    public async Task Refuses_what_is_no_book_in_a_sentence(string name, string reason)
    {
        var folder = Directory.CreateTempSubdirectory("twiga-reading-").FullName;
        var path = Path.Combine(folder, name);
        if (name != "missing.md")
            await File.WriteAllTextAsync(path, name == "empty.md" ? "" : "x");
        var outcome = await new Documents([new MarkdownFormat()]).ReadAsync(path, CancellationToken.None);
        Directory.Delete(folder, recursive: true);
        Assert.That(((ReadOutcome.Unreadable)outcome).Reasons.Single(), Does.Contain(reason));
    }

    private static BookText Read(string text) => new MarkdownFormat().Read(Encoding.UTF8.GetBytes(text), CancellationToken.None);
}
