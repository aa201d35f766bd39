using Twiga.Application.Common;
using Twiga.Domain.Documents;
using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>The marking scheme: keys in tables, points with their marks, and the table of specifications at its end.</summary>
internal static class SchemePrinter
{
    public static Document Print(PaperFacts facts)
    {
        var (texts, number) = (facts.Texts, 0);
        var blocks = new List<Block>();
        foreach (var section in facts.Paper.Sections)
        {
            if (section.Letter is { } letter)
                blocks.Add(new Heading(texts.Section(letter, MarkSigns.Of(section.Marks)), 1));
            blocks.Add(new Items([.. section.Questions.Select(q => new Item($"{++number}.", Key(q, texts))
            {
                Marks = texts.InBrackets(q.Marks),
                KeepTogether = q is not PartsQuestion,
            })]));
        }

        blocks.Add(new Paragraph(Text.Bold(texts.TotalMarks(MarkSigns.Of(facts.Paper.Sections.Sum(s => s.Marks))))));
        blocks.Add(new Paragraph(texts.OtherAnswers));
        blocks.AddRange(SpecificationsPrinter.Print(facts));
        return new Document
        {
            Title = $"{texts.MarkingScheme}: {facts.Subject} {facts.Grade}",
            Language = facts.Exam.Language,
            Footer = $"{facts.Subject} {facts.Grade}",
            Header = new ExamHeader
            {
                Lines = [.. facts.Head, Text.Bold(texts.MarkingScheme)],
                Code = facts.Class.Code,
                Subject = facts.Subject.ToUpperInvariant(),
                Candidates = texts.ForTeachers,
                Time = texts.Duration(facts.Minutes),
                Date = texts.Year(facts.Year),
            },
            Blocks = blocks,
        };
    }

    private static IReadOnlyList<Block> Key(Question question, PaperTexts texts) => question switch
    {
        ChoiceQuestion choice => [QuestionPrinter.Grid([.. choice.Items.Select(i => QuestionText.Letter(i.Key))])],
        MatchingQuestion matching => [QuestionPrinter.Grid([.. matching.Key.Select(QuestionText.Letter)])],
        ItemsQuestion items => [new Table
        {
            Head = [texts.Item, texts.AnswerColumn, texts.MarksColumn],
            Rows =
            [
                .. items.Items.Select((i, at) => (IReadOnlyList<Cell>)
                [
                    $"({Roman.Of(at + 1)})",
                    Said(items.Kind, i.Answer, texts),
                    new Cell([new Paragraph(MarkSigns.Of(items.MarksEach))], Alignment.Centre),
                ]),
            ],
            Widths = [1.4, 6, 1.2],
        }],
        PartsQuestion { Parts: [{ Parts.Count: 0 } only] } => [Points(only.Points)],
        PartsQuestion parts => [new Items([.. parts.Parts.Select((p, at) => Part(p, $"({(char)('a' + at)})", texts))])],
        EssayQuestion essay =>
        [
            new Items(
            [
                Point(texts.Introduction, essay.Points[0]),
                .. essay.Points.Skip(1).SkipLast(1).Select((p, at) => Point($"{at + 1}.", p, isLabel: true)),
                Point(texts.Conclusion, essay.Points[^1]),
            ]),
        ],
        _ => [],
    };

    private static Text Said(QuestionKind kind, string answer, PaperTexts texts) => kind == QuestionKind.TrueFalse
        ? IsTrue(answer) ? texts.True : texts.False
        : PaperProse.Read(answer);

    private static bool IsTrue(string answer) =>
        answer.Trim().TrimEnd('.').ToLowerInvariant() is "true" or "kweli" or "t" or "ndiyo";

    private static Item Part(Part part, string label, PaperTexts texts) => new(label, part.Parts.Count > 0
        ? [new Items([.. part.Parts.Select((p, at) => Part(p, $"({Roman.Of(at + 1)})", texts))])]
        : [Points(part.Points)])
    {
        Marks = texts.InBrackets(part.Marks),
    };

    private static Items Points(IReadOnlyList<MarkingPoint> points) =>
        new([.. points.Select(p => Point("–", p, isLabel: true))]);

    private static Item Point(string name, MarkingPoint point, bool isLabel = false)
    {
        var text = PaperProse.Read(point.Text);
        var words = isLabel ? text : new Text([new Bold([new Words($"{name}: ")]), .. text.Inlines]);
        return new Item(isLabel ? name : "–", [new Paragraph(words)]) { Marks = MarkSigns.Of(point.Marks) };
    }
}
