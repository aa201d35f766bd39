using System.IO.Compression;
using System.Text;
using Twiga.Application.Curriculum;
using Twiga.Infrastructure.Persistence.Seeding;
using Twiga.Tests;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Twiga.Infrastructure.Tests.Retrieval;

public sealed class Refusing_broken_files
{
    private const string Class = "Geography Form 2";

    /// <summary>A grey dot as PNG.</summary>
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

    private string folder = null!;
    private Library library = null!;

    [SetUp]
    public async Task Open()
    {
        await Database.EmptyAsync();
        folder = Directory.CreateTempSubdirectory("twiga-books-").FullName;
        library = Library.Open();
        await library.Get<DatabaseSeed>().RunAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task Close()
    {
        await library.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public Task A_PDF_that_was_cut_off() => RefusedAsync(
        "a.pdf", File.ReadAllBytes(TextbookFixtures.File("pdf"))[..400_000], "a.pdf: the file is cut off: its end is missing.");

    [Test]
    public Task A_PDF_whose_middle_is_gone()
    {
        var whole = File.ReadAllBytes(TextbookFixtures.File("pdf"));
        Array.Clear(whole, 2_000, whole.Length - 4_000);
        return RefusedAsync("a.pdf", whole, "a.pdf");
    }

    [Test]
    public Task A_PDF_behind_a_password() => RefusedAsync(
        "a.pdf", Encrypted(), "a.pdf: the file is encrypted; save it without a password first.");

    [Test]
    public Task A_PDF_of_scans() => RefusedAsync(
        "a.pdf", Scanned(null, null),
        "a.pdf: none of its 2 pages has text; it is scanned and needs text recognition first.");

    [Test]
    public Task A_picture_named_PDF() => RefusedAsync("a.pdf", Jpeg(), "a.pdf: this is no PDF file.");

    [TestCase("pdf")]
    [TestCase("docx")]
    [TestCase("md")]
    [TestCase("txt")]
    [TestCase("json")]
    public Task A_file_without_a_byte(string extension) => RefusedAsync($"a.{extension}", [], $"a.{extension}: the file is empty.");

    [Test]
    public Task A_picture_named_DOCX() =>
        RefusedAsync("a.docx", Jpeg(), "a.docx: this is no Word document, or a damaged one.");

    [Test]
    public Task An_archive_that_unpacks_to_far_more() =>
        RefusedAsync("a.docx", Bomb(), "a.docx: it unpacks to more than 300 MB, which no book does.");

    [Test]
    public Task Chunks_with_one_bad_row() => RefusedAsync(
        "a.json", """{"chunks":[{"content":"Rain falls."},{"content":""},{"content":"Snow falls."}]}"""u8.ToArray(),
        "a.json: chunk 2 has no text in 'content' or 'chunk'.");

    [Test]
    public Task Chunks_with_vectors_of_two_sizes() => RefusedAsync(
        "a.json",
        """{"chunks":[{"content":"a","embedding":[1,2]},{"content":"b","embedding":[1,2]},{"content":"c","embedding":[1]}]}"""u8.ToArray(),
        "a.json: chunk 3 has a vector of 1 numbers, others have another size.");

    [Test]
    public Task A_kind_of_file_that_nobody_reads() => RefusedAsync("a.xyz", [1], "a.xyz: '.xyz' files cannot be read");

    [Test]
    public async Task Takes_a_book_in_and_names_the_pages_that_are_scanned()
    {
        var path = Path.Combine(folder, "b.pdf");
        await File.WriteAllBytesAsync(path, Scanned("Rain falls from the clouds in March.", null, "Snow lies on Kilimanjaro."));
        var outcome = await library.Send(new IngestResource(path) { Classes = [Class] });
        var report = ((IngestOutcome.Ingested)outcome).Report;
        Assert.That(report.Unread, Is.EqualTo(new[]
        {
            "b.pdf: page 2 is a picture without text; it needs text recognition before it can be read.",
        }));
        Assert.That(report.Pages, Is.EqualTo(2));
    }

    private async Task RefusedAsync(string name, byte[] content, string sentence)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(path, content);
        var outcome = await library.Send(new IngestResource(path) { Classes = [Class] });
        Assert.That(((IngestOutcome.Refused)outcome).Reasons, Has.Some.StartsWith(sentence));
        Assert.That(await library.Send(new ListResources()), Is.Empty);
        await using var passages = Database.Source.CreateCommand("select count(*) from passages");
        Assert.That(await passages.ExecuteScalarAsync(), Is.EqualTo(0L));
    }

    private static byte[] Jpeg() => [0xff, 0xd8, 0xff, 0xe0, 0, 16, .. "JFIF"u8, .. new byte[500]];

    private static byte[] Bomb()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open())
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 301; i++)
                entry.Write(zeros);
        }

        return stream.ToArray();
    }

    /// <summary>A page for each text; where there is none, a picture.</summary>
    private static byte[] Scanned(params string?[] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var text in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            if (text is null)
                page.AddPng(Convert.FromBase64String(Dot), new PdfRectangle(0, 0, 500, 800));
            else
                page.AddText(text, 12, new PdfPoint(60, 700), font);
        }

        return builder.Build();
    }

    /// <summary>The smallest file that says it is encrypted, for a password that nobody knows.</summary>
    private static byte[] Encrypted()
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var body in new[]
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>",
            $"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('a', 64)}> /U <{new string('b', 64)}> >>",
        })
        {
            places.Add(file.Length);
            file.Append($"{places.Count} 0 obj\n{body}\nendobj\n");
        }

        var start = file.Length;
        file.Append($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append($"{place:d10} 00000 n \n");
        file.Append($"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<{new string('c', 32)}> <{new string('c', 32)}>] >>\n");
        file.Append($"startxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
