using System.Text.RegularExpressions;
using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Reading;

/// <summary>Plain text: paragraphs between empty lines, a form feed ends a page, "Chapter 1 …" alone on a line begins one.</summary>
internal sealed partial class PlainTextFormat : IReadFormat
{
    public IReadOnlyList<string> Extensions => [".txt", ".text"];

    public BookText Read(byte[] content, CancellationToken cancellationToken)
    {
        var pages = Utf8.Read(content).Split('\f');
        var blocks = pages.SelectMany((text, index) => Paragraphs(text, pages.Length > 1 ? index + 1 : null));
        return new BookText(new BookFacts(), [.. blocks], []);
    }

    private static IEnumerable<Block> Paragraphs(string text, int? page) =>
        EmptyLines().Split(text).Select(p => p.Trim()).Where(p => p.Length > 0).Select(p => Block(p, page));

    private static Block Block(string paragraph, int? page)
    {
        var line = WhiteSpace().Replace(paragraph, " ");
        var block = ChapterLine().IsMatch(paragraph) ? Headings.Read(line, 1)
            : SectionLine().IsMatch(paragraph) ? Headings.Read(line, 2)
            : new Block(BlockKind.Paragraph, line);
        return block with { PageFrom = page, PageTo = page };
    }

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"^(chapter|sura ya|topic|mada)\s+\w+\b.{0,80}$", RegexOptions.IgnoreCase)]
    private static partial Regex ChapterLine();

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}\s+\p{Lu}.{0,80}$")]
    private static partial Regex SectionLine();
}
