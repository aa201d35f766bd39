using System.Text.RegularExpressions;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Writer;

namespace Twiga.Infrastructure.Tests.Reading;

/// <summary>Pages laid out by hand, each test for one thing that books do.</summary>
public sealed partial class Reading_pdf
{
    private PdfDocumentBuilder builder = null!;
    private PdfDocumentBuilder.AddedFont text = null!;
    private PdfDocumentBuilder.AddedFont bold = null!;

    [SetUp]
    public void Open()
    {
        builder = new PdfDocumentBuilder();
        text = builder.AddStandard14Font(Standard14Font.TimesRoman);
        bold = builder.AddStandard14Font(Standard14Font.HelveticaBold);
    }

    [TearDown]
    public void Close() => builder.Dispose();

    [Test]
    public void Finds_chapters_and_sections_by_the_size_of_letters()
    {
        for (var n = 1; n <= 3; n++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText($"Chapter {n}: Waters", 20, new PdfPoint(60, 760), bold);
            page.AddText($"{n}.1 Rain", 14, new PdfPoint(60, 720), bold);
            Prose(page, 60, 690, 8, n);
            page.AddText($"{n}.2 Exercise", 14, new PdfPoint(60, 500), bold);
            page.AddText("1. Why does it rain?", 10, new PdfPoint(60, 480), text);
            page.AddText("2. Where does it rain?", 10, new PdfPoint(60, 462), text);
        }

        var passages = PassageCutter.Cut(Read().Blocks, Language.English);
        Assert.That(
            passages.Select(p => (p.ChapterNumber, p.Chapter, p.Section, p.Kind, p.PageFrom)),
            Is.EqualTo(Enumerable.Range(1, 3).SelectMany(n => new (int?, string?, string?, PassageKind, int?)[]
            {
                (n, "Waters", $"{n}.1 Rain", PassageKind.Text, n), (n, "Waters", $"{n}.2 Exercise", PassageKind.Exercise, n),
            })));
    }

    [Test]
    public void Finds_chapters_and_sections_by_bookmarks()
    {
        for (var n = 1; n <= 2; n++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText("Rivers", 10, new PdfPoint(60, 760), text);
            Prose(page, 60, 730, 6, n);
            page.AddText("Lakes", 10, new PdfPoint(60, 500), text);
            Prose(page, 60, 470, 6, n + 5);
        }

        builder.Bookmarks = new Bookmarks([.. Enumerable.Range(1, 2).Select(n => Bookmark("Rivers", n, Bookmark("Lakes", n)))]);
        Assert.That(
            Read().Blocks.Where(b => b.Kind != BlockKind.Paragraph).Select(b => (b.Kind, b.Text, b.PageFrom)),
            Is.EqualTo(Enumerable.Range(1, 2).SelectMany(n => new (BlockKind, string, int?)[]
            {
                (BlockKind.Chapter, "Rivers", n), (BlockKind.Section, "Lakes", n),
            })));
    }

    [Test]
    public void Drops_heads_numbers_and_names_across_the_pages_and_takes_the_printed_number()
    {
        for (var n = 1; n <= 6; n++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText(n % 2 == 0 ? "Geography Form 2" : "Waters of Tanzania", 9, new PdfPoint(60, 810), text);
            page.AddText("SAMPLE COPY", 40, new PdfPoint(150, 400), bold);
            page.AddText($"{n + 10}", 9, new PdfPoint(290, 30), text);
            Prose(page, 60, 760, 10, n);
        }

        var book = Read();
        var all = string.Join(' ', book.Blocks.Select(b => b.Text));
        Assert.That(all, Does.Not.Contain("Geography").And.Not.Contain("Tanzania").And.Not.Contain("SAMPLE"));
        Assert.That(Lone().IsMatch(all), Is.False);
        Assert.That(book.Blocks[0].PageFrom, Is.EqualTo(11));
        Assert.That(book.Blocks[^1].PageTo, Is.EqualTo(16));
    }

    [Test]
    public void Keeps_the_rows_of_a_table_without_lines()
    {
        var page = builder.AddPage(PageSize.A4);
        Prose(page, 60, 760, 6, 1);
        string[][] rows = [["Crop", "Region", "Tonnes"], ["maize", "Mbeya", "420"], ["sisal", "Tanga", "36"], ["cotton", "Shinyanga", "80"]];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < 3; column++)
                page.AddText(rows[row][column], 10, new PdfPoint(60 + (column * 120), 600 - (row * 16)), text);
        }

        Prose(page, 60, 500, 6, 2);
        var table = Read().Blocks.Single(b => b.Kind == BlockKind.Table);
        Assert.That(table.Text, Is.EqualTo("Crop | Region | Tonnes\nmaize | Mbeya | 420\nsisal | Tanga | 36\ncotton | Shinyanga | 80"));
    }

    [Test]
    public void Joins_divided_words_and_keeps_hyphens_that_belong_to_words()
    {
        var page = builder.AddPage(PageSize.A4);
        string[] lines = ["The well-known river Rufiji is the longest one in the country, and its gravi-",
            "tation feeds the dam. It is a well-known river, and many people live near the well-", "known dam."];
        for (var n = 0; n < lines.Length; n++)
            page.AddText(lines[n], 10, new PdfPoint(60, 700 - (n * 13)), text);
        Assert.That(
            Read().Blocks.Single().Text,
            Is.EqualTo("The well-known river Rufiji is the longest one in the country, and its gravitation feeds the dam. "
                + "It is a well-known river, and many people live near the well-known dam."));
    }

    private static DocumentBookmarkNode Bookmark(string title, int page, params BookmarkNode[] children) => new(
        title, children.Length == 0 ? 1 : 0, new ExplicitDestination(page, ExplicitDestinationType.FitPage, ExplicitDestinationCoordinates.Empty), children);

    /// <summary>Full lines of text that nobody takes for anything else.</summary>
    private void Prose(PdfPageBuilder page, double left, double top, int lines, int seed)
    {
        string[] words = ["river", "water", "season", "farmers", "mountain", "clouds", "coast", "harvest", "village", "winds"];
        for (var line = 0; line < lines; line++)
        {
            var said = Enumerable.Range(0, 12).Select(w => words[((seed * 7) + (line * 5) + (w * 3)) % words.Length]);
            page.AddText(string.Join(' ', said) + (line == lines - 1 ? "." : ""), 10, new PdfPoint(left, top - (line * 13)), text);
        }
    }

    private BookText Read() => new PdfFormat().Read(builder.Build(), CancellationToken.None);

    [GeneratedRegex(@"\b1[1-6]\b")]
    private static partial Regex Lone();
}
