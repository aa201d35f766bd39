using System.Text;
using Twiga.Application.Curriculum;
using Twiga.Infrastructure.Reading;

namespace Twiga.Infrastructure.Tests.Reading;

public sealed class Reading_chunk_files
{
    [Test]
    public void Takes_book_class_chapters_and_pages_of_the_full_form()
    {
        var book = Read(
            """
            {"resource":{"name":"Geo","type":"textbook","authors":["TIE"]},"class":{"grade_level":"os2"},"subject":{"name":"geography"},
             "table_of_contents":{"chapters":[{"name":"Rain","number":1,"start_page":1}]},"extra":1,
             "chunks":[{"content":"Rain falls.","embedding":[],"page_number":3,"chapter_number":1},
                       {"content":"Snow falls.","page_number":4,"chapter_number":2}]}
            """);
        Assert.That(
            (book.Facts.Title, book.Facts.SubjectKey, book.Facts.GradeCode, book.Facts.Authors.Single()),
            Is.EqualTo(("Geo", "geography", "os2", "TIE")));
        Assert.That(
            book.Blocks.Select(b => (b.Kind, b.Number, b.PageFrom, b.Text)),
            Is.EqualTo(new (BlockKind, int?, int?, string)[]
            {
                (BlockKind.Chapter, 1, null, "Rain"), (BlockKind.Paragraph, null, 3, "Rain falls."),
                (BlockKind.Chapter, 2, null, "Chapter 2"), (BlockKind.Paragraph, null, 4, "Snow falls."),
            }));
    }

    [Test]
    public void Tells_exercises_and_tables_of_the_short_form_from_text() =>
        Assert.That(
            Read(
                """
                [{"chunk":"Rain falls.","metadata":{"chunk_type":"text","chapter_number":1,"chapter":"Rain"}},
                 {"chunk":"Why?","metadata":{"chunk_type":"exercise","chapter_number":1,"chapter":"Rain"}},
                 {"chunk":"a | b","metadata":{"chunk_type":"table","chapter_number":1,"chapter":"Rain"}}]
                """).Blocks.Select(b => b.Kind),
            Is.EqualTo(new[]
            {
                BlockKind.Chapter, BlockKind.Paragraph, BlockKind.Chapter, BlockKind.Heading, BlockKind.Paragraph,
                BlockKind.Chapter, BlockKind.Table,
            }));

    [TestCase("""{"chunks":[{"content":"a"},{"content":" "}]}""", "chunk 2 has no text")]
    [TestCase("""{"chunks":[{"content":"a","embedding":[1,2]},{"content":"b","embedding":[1,2]},{"content":"c","embedding":[1]}]}""",
        "chunk 3 has a vector of 1 numbers")]
    [TestCase("""{"resource":{}}""", "there are no chunks")]
    [TestCase("{\n\"chunks\": [}", "line 2: this is no JSON")]
    public void Refuses_the_whole_file_for_one_bad_row(string json, string reason)
    {
        var fault = Assert.Throws<UnreadableFileException>(() => Read(json));
        Assert.That(fault.Message, Does.Contain(reason));
    }

    private static BookText Read(string json) => new ChunkFileFormat().Read(Encoding.UTF8.GetBytes(json), CancellationToken.None);
}
