using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Twiga.Domain.Teachers;
using Doc = Twiga.Domain.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>A document as a Word file that can be edited.</summary>
internal static class WordFile
{
    private const string Face = "Times New Roman";
    private const int Short = 11906;
    private const int Long = 16838;

    public static byte[] Write(Doc.Document document)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = WordText.Clean(document.Title);
            file.PackageProperties.Creator = "Twiga";
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles(document.Language);
            var foot = main.AddNewPart<FooterPart>();
            var landscape = document.Orientation == Doc.Orientation.Landscape;
            var margin = landscape ? 850 : 1134;
            var place = new WordPlace(0, (landscape ? Long : Short) - (2 * margin), []);
            foot.Footer = new Footer(Foot(document, place));
            var body = new Body();
            body.Append(WordHead.Write(document.Header, place));
            body.Append(WordBlocks.Write(document.Blocks, place));
            body.Append(Section(main.GetIdOfPart(foot), landscape, (uint)margin));
            main.Document = new Document(body);
        }

        return bytes.ToArray();
    }

    private static Styles Styles(Language language) => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Face, HighAnsi = Face, ComplexScript = Face, EastAsia = Face },
            new FontSize { Val = "23" },
            new Languages { Val = language == Language.Swahili ? "sw-TZ" : "en-GB" })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
            new SpacingBetweenLines { Before = "0", After = "100", Line = "259", LineRule = LineSpacingRuleValues.Auto }))));

    private static Paragraph Foot(Doc.Document document, WordPlace place)
    {
        var (page, of) = document.Language == Language.Swahili ? ("Ukurasa ", " kati ya ") : ("Page ", " of ");
        var small = new WordText.Style(Size: 18);
        return new Paragraph(
            new ParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Right, Position = place.Right })),
            WordText.Run(document.Footer ?? "", small),
            WordText.Tab(),
            WordText.Run(page, small),
            new SimpleField(WordText.Run("1", small)) { Instruction = "PAGE" },
            WordText.Run(of, small),
            new SimpleField(WordText.Run("1", small)) { Instruction = "NUMPAGES" });
    }

    private static SectionProperties Section(string foot, bool landscape, uint margin) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = foot },
        landscape
            ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = Short, Height = Long },
        new PageMargin { Top = 1020, Bottom = 1134, Left = margin, Right = margin, Header = 500, Footer = 567, Gutter = 0 });
}
