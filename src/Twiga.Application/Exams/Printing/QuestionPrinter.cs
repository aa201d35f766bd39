using Twiga.Application.Common;
using Twiga.Domain.Documents;
using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>Questions as candidates read them, with room for the answers where they are written on the paper.</summary>
internal sealed class QuestionPrinter(PaperTexts texts, bool answersOnPaper)
{
    private const decimal LinesPerMark = 1.5m;
    private const int MillimetresPerMark = 14;

    public Item Print(Question question, int number)
    {
        var item = new Item($"{number}.", question switch
        {
            ChoiceQuestion choice => Choice(choice),
            MatchingQuestion matching => Matching(matching),
            ItemsQuestion items => Items(items),
            PartsQuestion parts => Parts(parts),
            EssayQuestion essay => Essay(essay),
            _ => [],
        });
        return question is PartsQuestion
            ? item with { KeepTogether = false }
            : item with
            {
                Marks = texts.InBrackets(question.Marks),
                KeepTogether = question is MatchingQuestion || (question is EssayQuestion && !answersOnPaper),
            };
    }

    /// <summary>A head (i), (ii) … and a row below it: for the letters of candidates, or for the key.</summary>
    public static Table Grid(IReadOnlyList<string> row) => new()
    {
        Head = [.. row.Select((_, at) => new Cell([new Paragraph($"({Roman.Of(at + 1)})")], Alignment.Centre))],
        Rows = [[.. row.Select(r => new Cell([new Paragraph(r)], Alignment.Centre))]],
    };

    private List<Block> Choice(ChoiceQuestion question)
    {
        var (first, last) = (Roman.Of(1), Roman.Of(question.Items.Count));
        List<Block> blocks =
        [
            new Paragraph(answersOnPaper ? texts.ChooseOnPaper(first, last) : texts.ChooseInBooklet(first, last)),
            new Items([.. question.Items.Select((item, at) => new Item($"({Roman.Of(at + 1)})",
            [
                new Paragraph(PaperProse.Read(item.Stem)),
                new Options([.. item.Options.Select((o, place) => new Option(QuestionText.Letter(place), PaperProse.Read(o)))]),
            ]))]),
        ];
        if (answersOnPaper)
            blocks.Add(Grid([.. question.Items.Select(_ => " ")]));
        return blocks;
    }

    private List<Block> Matching(MatchingQuestion question)
    {
        List<Block> blocks =
        [
            new Paragraph(answersOnPaper ? texts.MatchOnPaper : texts.MatchInBooklet),
            new Matching(
                new MatchingList(Text.Bold(texts.ListA),
                    [.. question.ListA.Select((a, at) => new Option($"({Roman.Of(at + 1)})", PaperProse.Read(a)))]),
                new MatchingList(Text.Bold(texts.ListB),
                    [.. question.ListB.Select((b, at) => new Option(QuestionText.Letter(at), PaperProse.Read(b)))])),
        ];
        if (answersOnPaper)
            blocks.Add(Grid([.. question.ListA.Select(_ => " ")]));
        return blocks;
    }

    private List<Block> Items(ItemsQuestion question)
    {
        List<Block> blocks = [new Paragraph(question.Kind switch
        {
            QuestionKind.TrueFalse => texts.TrueOrFalse,
            QuestionKind.Gaps => texts.FillGaps,
            QuestionKind.Comprehension => texts.ReadText,
            _ => texts.AnswerBriefly,
        })];
        if (question.Text is { } text)
            blocks.Add(new Box([new Paragraph(PaperProse.Read(text))]));
        var lines = answersOnPaper && question.Kind != QuestionKind.Gaps ? 1 : 0;
        blocks.Add(new Items([.. question.Items.Select((item, at) => new Item(
            $"({Roman.Of(at + 1)})", WithLines([new Paragraph(PaperProse.Read(item.Prompt))], lines)))]));
        return blocks;
    }

    private List<Block> Parts(PartsQuestion question)
    {
        var calculates = question.Kind == QuestionKind.Calculation;
        List<Block> blocks = question.Opening is { } opening ? [new Paragraph(PaperProse.Read(opening))] : [];
        // one part needs no label
        if (question.Parts is [{ Parts.Count: 0 } only])
            blocks.Add(new Items([Part(only, "", calculates)]));
        else
            blocks.Add(new Items([.. question.Parts.Select((p, at) => Part(p, $"({(char)('a' + at)})", calculates))]));
        return blocks;
    }

    private Item Part(Part part, string label, bool calculates)
    {
        List<Block> blocks = [new Paragraph(PaperProse.Read(part.Prompt))];
        if (part.Parts.Count > 0)
        {
            blocks.Add(new Items([.. part.Parts.Select((p, at) => Part(p, $"({Roman.Of(at + 1)})", calculates))]));
            return new Item(label, blocks) { KeepTogether = false };
        }

        if (answersOnPaper && calculates)
            blocks.Add(new AnswerSpace((int)(part.Marks * MillimetresPerMark)));
        return new Item(label, answersOnPaper && !calculates ? WithLines(blocks, LinesFor(part.Marks)) : blocks)
        {
            Marks = texts.InBrackets(part.Marks),
        };
    }

    private List<Block> Essay(EssayQuestion question) =>
        WithLines([new Paragraph(PaperProse.Read(question.Prompt))], answersOnPaper ? LinesFor(question.Marks) : 0);

    private static int LinesFor(decimal marks) => Math.Max(1, (int)Math.Ceiling(marks * LinesPerMark));

    private static List<Block> WithLines(List<Block> blocks, int lines)
    {
        if (lines > 0)
            blocks.Add(new AnswerLines(lines));
        return blocks;
    }
}
