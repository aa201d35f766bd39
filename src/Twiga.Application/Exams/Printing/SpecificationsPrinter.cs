using Twiga.Domain.Documents;
using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>The table of specifications as printed: topics, their weight, questions, marks by level of thinking.</summary>
internal static class SpecificationsPrinter
{
    public static IEnumerable<Block> Print(PaperFacts facts)
    {
        var texts = facts.Texts;
        var pieces = facts.Exam.Slots.OrderBy(s => s.Place).Select(s => s.Piece).ToList();
        var rows = TableOfSpecifications.Rows(pieces, facts.Exam.Topics);
        var levels = Enum.GetValues<Thinking>().Where(t => rows.Any(r => r.ByThinking.ContainsKey(t))).ToList();
        var (set, reached) = (rows.Sum(r => r.Marks), facts.Exam.Format.Marks);

        yield return new Heading(texts.Specifications, 1);
        yield return new Table
        {
            Head =
            [
                texts.Topic, texts.Weight, texts.QuestionsColumn,
                .. levels.Select(l => (Cell)Name(l, texts)), texts.MarksColumn,
            ],
            Rows =
            [
                .. rows.Select(r => Row(
                    r.Topic, $"{r.Weight}", string.Join(", ", r.Questions), levels.Select(l => r.ByThinking.GetValueOrDefault(l)), r.Marks)),
                Row(
                    texts.Total, $"{rows.Sum(r => r.Weight)}", $"{facts.Exam.Format.Questions}",
                    levels.Select(l => rows.Sum(r => r.ByThinking.GetValueOrDefault(l))), set),
            ],
            Widths = [4, 1.4, 2.2, .. levels.Select(_ => 2.4), 1.3],
            Small = true,
        };
        if (set != reached)
            yield return new Paragraph(texts.MarksSet(MarkSigns.Of(set), MarkSigns.Of(reached)));
    }

    private static List<Cell> Row(
        string topic, string weight, string questions, IEnumerable<decimal> byLevel, decimal marks) =>
        [topic, Centred(weight), Centred(questions), .. byLevel.Select(m => Centred(m == 0 ? "–" : MarkSigns.Of(m))), Centred(MarkSigns.Of(marks))];

    private static Cell Centred(string text) => new([new Paragraph(text)], Alignment.Centre);

    private static string Name(Thinking level, Common.PaperTexts texts) => level switch
    {
        Thinking.Remember => texts.Remember,
        Thinking.Understand => texts.Understand,
        Thinking.Apply => texts.Apply,
        _ => texts.Analyse,
    };
}
