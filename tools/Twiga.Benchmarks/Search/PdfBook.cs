using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Twiga.Benchmarks.Search;

/// <summary>A textbook as PDF: running heads, page numbers, a chapter every twenty pages, sections, full pages of text.</summary>
internal static class PdfBook
{
    private const int Lines = 40;
    private const int WordsPerLine = 13;

    public static byte[] Make(int pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        var bold = builder.AddStandard14Font(Standard14Font.HelveticaBold);
        for (var number = 1; number <= pages; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText("Benchmark Form 2", 9, new PdfPoint(60, 810), font);
            page.AddText($"{number}", 9, new PdfPoint(290, 30), font);
            if (number % 20 == 1)
                page.AddText($"Chapter {(number / 20) + 1}: {MadeWords.Topic(99, number)[0]}", 18, new PdfPoint(60, 770), bold);
            if (number % 2 == 1)
                page.AddText($"{(number / 20) + 1}.{(number % 20 / 2) + 1} {MadeWords.Topic(99, number)[1]}", 13, new PdfPoint(60, 745), bold);
            var words = string.Join(' ', Enumerable.Range(0, 6).Select(n => MadeWords.Passage(99, number, n))).Split(' ');
            for (var line = 0; line < Lines; line++)
            {
                var text = string.Join(' ', words.Skip(line * WordsPerLine).Take(WordsPerLine));
                page.AddText(text, 10, new PdfPoint(60, 725 - (line * 14) - (line / 8 * 9)), font);
            }
        }

        return builder.Build();
    }
}
