using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Reading;

/// <summary>Word: chapters and sections by heading styles, lists, tables, formulas; headers and footers are left out.</summary>
internal sealed class DocxFormat : IReadFormat
{
    /// <summary>A book's text has some megabytes; a file that unpacks to more than this is no book.</summary>
    private const long MostUnpacked = 300L * 1024 * 1024;

    public IReadOnlyList<string> Extensions => [".docx"];

    public BookText Read(byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            CheckSize(content);
            using var file = WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            if (file.MainDocumentPart?.Document?.Body is not { } body)
                throw new UnreadableFileException("there is no text in this Word document.");

            var walk = new DocxWalk(new DocxLists(file.MainDocumentPart), Styles(file.MainDocumentPart));
            foreach (var element in body.ChildElements)
            {
                cancellationToken.ThrowIfCancellationRequested();
                walk.Take(element);
            }

            return new BookText(
                new BookFacts { Title = walk.Title ?? NullWhereEmpty(file.PackageProperties.Title) }, Paged(walk.Blocks), []);
        }
        catch (Exception fault) when (fault is InvalidDataException or OpenXmlPackageException or FileFormatException
            or System.Xml.XmlException)
        {
            throw new UnreadableFileException("this is no Word document, or a damaged one.", fault);
        }
    }

    /// <summary>What stands before the first page end is on page 1, where the file says page ends at all.</summary>
    private static IReadOnlyList<Block> Paged(IReadOnlyList<Block> blocks) => blocks.Any(b => b.PageFrom is not null)
        ? [.. blocks.Select(b => b with { PageFrom = b.PageFrom ?? 1, PageTo = b.PageTo ?? b.PageFrom ?? 1 })]
        : blocks;

    private static void CheckSize(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Sum(e => e.Length) > MostUnpacked)
            throw new UnreadableFileException("it unpacks to more than 300 MB, which no book does.");
    }

    /// <summary>Style ids with their names: the ids of a translated Word say nothing.</summary>
    private static Dictionary<string, string> Styles(MainDocumentPart part) =>
        part.StyleDefinitionsPart?.Styles?.Elements<Style>()
            .Where(s => s.StyleId?.Value is not null && s.StyleName?.Val?.Value is not null)
            .DistinctBy(s => s.StyleId!.Value)
            .ToDictionary(s => s.StyleId!.Value!, s => s.StyleName!.Val!.Value!.ToLowerInvariant()) ?? [];

    private static string? NullWhereEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
