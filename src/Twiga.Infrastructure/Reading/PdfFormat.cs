using System.Text;
using System.Text.RegularExpressions;
using Twiga.Application.Curriculum;
using Twiga.Infrastructure.Reading.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Twiga.Infrastructure.Reading;

/// <summary>PDF: text by columns, tables, formulas and lists as well as the text layer allows; scanned pages are reported.</summary>
internal sealed partial class PdfFormat : IReadFormat
{
    /// <summary>Where in a file its end mark must stand; some writers add a few bytes after it.</summary>
    private const int EndBytes = 2048;

    public IReadOnlyList<string> Extensions => [".pdf"];

    public BookText Read(byte[] content, CancellationToken cancellationToken)
    {
        CheckEnds(content);
        using var document = Open(content);
        var labels = PageNumbers.Labels(document);
        var unread = new List<string>();
        var pages = new List<PageLines>();
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = ReadPage(document, number, labels?[number]);
            pages.Add(page);
            if (!page.HasLetters && page.Sheet.HasPicture)
                unread.Add($"page {number} is a picture without text; it needs text recognition before it can be read.");
            else if (IsGarbled(page))
                unread.Add($"page {number}: its letters cannot be told; the file does not say what they stand for.");
        }

        if (unread.Count == pages.Count)
            throw new UnreadableFileException($"none of its {pages.Count} pages has text; it is scanned and needs text recognition first.");

        var outline = Outline.Bookmarks(document);
        RunningHeads.Drop(pages);
        PageNumbers.Set(pages, labels is not null);
        var contents = Outline.Contents(pages);
        return new BookText(
            new BookFacts { Title = Title(document) }, PdfWalk.Blocks(pages, outline.Count >= 2 ? outline : contents), unread);
    }

    private static void CheckEnds(byte[] content)
    {
        if (!Encoding.Latin1.GetString(content, 0, Math.Min(1024, content.Length)).Contains("%PDF-", StringComparison.Ordinal))
            throw new UnreadableFileException("this is no PDF file.");
        var end = Math.Min(EndBytes, content.Length);
        if (!Encoding.Latin1.GetString(content, content.Length - end, end).Contains("%%EOF", StringComparison.Ordinal))
            throw new UnreadableFileException("the file is cut off: its end is missing.");
    }

    private static PdfDocument Open(byte[] content)
    {
        try
        {
            return PdfDocument.Open(content, new ParsingOptions { SkipMissingFonts = true, UseLenientParsing = true });
        }
        catch (PdfDocumentEncryptedException fault)
        {
            throw new UnreadableFileException("the file is encrypted; save it without a password first.", fault);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new UnreadableFileException("this PDF file is damaged and cannot be opened.", fault);
        }
    }

    private static PageLines ReadPage(PdfDocument document, int number, int? label)
    {
        try
        {
            return new PageLines(SheetReader.Read(document.GetPage(number), label));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new UnreadableFileException($"page {number}: the page is damaged and cannot be read.", fault);
        }
    }

    private static bool IsGarbled(PageLines page)
    {
        var letters = string.Concat(page.Lines.Select(l => l.Text)).Where(c => !char.IsWhiteSpace(c)).ToList();
        return letters.Count > 20 && letters.Count(c => c == '\ufffd' || char.IsControl(c) || c is >= '\ue000' and <= '\uf8ff') > letters.Count / 2;
    }

    private static string? Title(PdfDocument document)
    {
        var title = document.Information.Title?.Trim();
        return string.IsNullOrEmpty(title) || NoTitle().IsMatch(title) ? null : title;
    }

    [GeneratedRegex(@"^(microsoft word|untitled|document\d*$)|\.(docx?|indd|qxd|tex|html?|pdf|pages)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();
}
