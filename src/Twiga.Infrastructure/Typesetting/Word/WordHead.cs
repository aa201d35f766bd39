using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Doc = Twiga.Domain.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>What stands on top of the first page.</summary>
internal static class WordHead
{
    private const int Number = 454;

    public static IEnumerable<OpenXmlElement> Write(Doc.Header? header, WordPlace place) => header switch
    {
        null => [],
        Doc.TitleHeader title =>
        [
            Centred(title.Title, 28),
            .. title.Lines.Select(l => WordParagraph.Write(place, WordText.Write(l), Doc.Alignment.Centre)),
        ],
        Doc.ExamHeader exam => Exam(exam, place),
        Doc.FormHeader form =>
        [
            Centred(form.Title, 26), WordChoices.Fields(form.Fields, form.Columns, place), WordBlocks.Gap(),
        ],
        _ => throw new ArgumentException($"Unknown header: {header.GetType().Name}."),
    };

    private static IEnumerable<OpenXmlElement> Exam(Doc.ExamHeader exam, WordPlace place)
    {
        foreach (var line in exam.Lines)
            yield return Centred(line, 23);
        yield return Subject(exam, place);
        if (exam.Candidates is not null)
            yield return Centred(exam.Candidates, 21);
        yield return WordParagraph.Write(
            place,
            [
                .. WordText.Write(exam.Time ?? "", new WordText.Style(Bold: true)), WordText.Tab(),
                .. WordText.Write(exam.Date ?? "", new WordText.Style(Bold: true)),
            ]).Stopping(TabStopValues.Right, place.Right);
        yield return WordParagraph.Rule(8);
        if (exam.Instructions.Count == 0)
            yield break;
        if (exam.InstructionsTitle is not null)
            yield return WordParagraph.Write(place, WordText.Write(exam.InstructionsTitle, new WordText.Style(Bold: true)));
        for (var i = 0; i < exam.Instructions.Count; i++)
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"{i + 1}.");
            yield return WordParagraph.Write(WordBlocks.Labelled(place, label, Number), WordText.Write(exam.Instructions[i]));
        }

        yield return WordParagraph.Rule(8);
    }

    private static Paragraph Subject(Doc.ExamHeader exam, WordPlace place)
    {
        var letters = new WordText.Style(Bold: true, Size: 25);
        return exam.Code is null
            ? Centred(exam.Subject, 25)
            : WordParagraph.Write(place, [WordText.Run(exam.Code, letters), WordText.Tab(), .. WordText.Write(exam.Subject, letters)])
                .Stopping(TabStopValues.Center, place.Right / 2);
    }

    private static Paragraph Stopping(this Paragraph paragraph, TabStopValues kind, int at)
    {
        paragraph.ParagraphProperties!.PrependChild(new Tabs(new TabStop { Val = kind, Position = at }));
        return paragraph;
    }

    private static Paragraph Centred(Doc.Text text, int size) => new(
        [
            new ParagraphProperties(
                new SpacingBetweenLines { Before = "0", After = "60" }, new Justification { Val = JustificationValues.Center }),
            .. WordText.Write(text, new WordText.Style(Bold: true, Size: size)),
        ]);
}
