using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Twiga.Application.Curriculum;
using Twiga.Infrastructure.Reading;
using Math = DocumentFormat.OpenXml.Math;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Twiga.Infrastructure.Tests.Reading;

public sealed class Reading_word
{
    [Test]
    public void Gives_chapters_sections_lists_tables_and_formulas_in_order()
    {
        var fraction = new Math.OfficeMath(new Math.Fraction(
            new Math.Numerator(new Math.Run(new Math.Text("s"))), new Math.Denominator(new Math.Run(new Math.Text("t")))));
        var book = Read(Word(
            Line("Title", "Try"), Line("Heading1", "Chapter 1: Motion"), Line("Heading2", "1.1 Speed"),
            new Paragraph(new Run(new Text("Speed is ") { Space = SpaceProcessingModeValues.Preserve }), fraction, new Run(new Text("."))),
            Item(0, "Look."), Item(1, "Closely."), Item(0, "Write."),
            new Table(Row("Unit", "Sign"), Row("metre", "m"))));
        Assert.That(book.Facts.Title, Is.EqualTo("Try"));
        Assert.That(
            book.Blocks.Select(b => (b.Kind, b.Number, b.Text)),
            Is.EqualTo(new (BlockKind, int?, string)[]
            {
                (BlockKind.Chapter, 1, "Motion"), (BlockKind.Section, null, "1.1 Speed"),
                (BlockKind.Paragraph, null, @"Speed is $\frac{s}{t}$."),
                (BlockKind.ListItem, null, "1. Look.\n  1. Closely."), (BlockKind.ListItem, null, "2. Write."),
                (BlockKind.Table, null, "Unit | Sign\nmetre | m"),
            }));
    }

    [Test]
    public void Refuses_a_picture_under_a_false_name() => Refused([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70], "no Word document");

    [Test]
    public void Refuses_a_file_that_was_cut_off() => Refused(Word(Line("Heading1", "A"))[..600], "no Word document");

    [Test]
    public void Refuses_an_archive_that_is_no_document() => Refused(Archive("notes.txt", 10), "no text in this Word document");

    [Test]
    public void Refuses_what_unpacks_to_more_than_any_book() => Refused(Archive("word/document.xml", 301 * 1024 * 1024), "unpacks to more");

    private static void Refused(byte[] content, string reason)
    {
        var fault = Assert.Throws<UnreadableFileException>(() => Read(content));
        Assert.That(fault.Message, Does.Contain(reason));
    }

    private static BookText Read(byte[] content) => new DocxFormat().Read(content, CancellationToken.None);

    private static byte[] Archive(string name, int size)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open())
        {
            for (var left = size; left > 0; left -= 1 << 20)
                entry.Write(new byte[Least(left)]);
        }

        return stream.ToArray();
    }

    private static int Least(int left) => left > 1 << 20 ? 1 << 20 : left;

    private static byte[] Word(params OpenXmlElement[] content)
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var part = file.AddMainDocumentPart();
            part.Document = new Document(new Body(content));
            part.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                Style("Title", "Title"), Style("Heading1", "heading 1"), Style("Heading2", "heading 2"));
            part.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(Level(0), Level(1)) { AbstractNumberId = 0 },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });
        }

        return stream.ToArray();
    }

    private static Style Style(string id, string name) =>
        new(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };

    private static Level Level(int index) => new(
        new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Decimal },
        new LevelText { Val = $"%{index + 1}." })
    { LevelIndex = index };

    private static Paragraph Line(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text)));

    private static Paragraph Item(int level, string text) => new(
        new ParagraphProperties(new NumberingProperties(
            new NumberingLevelReference { Val = level }, new NumberingId { Val = 1 })),
        new Run(new Text(text)));

    private static TableRow Row(params string[] cells) =>
        new(cells.Select(c => new TableCell(new Paragraph(new Run(new Text(c))))));
}
