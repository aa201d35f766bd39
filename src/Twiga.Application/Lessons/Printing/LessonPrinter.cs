using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Domain.Lessons;

namespace Twiga.Application.Lessons;

/// <summary>A lesson plan in its form.</summary>
internal static class LessonPrinter
{
    private const int LinesForRemarks = 2;
    private const double LabelWidth = 1, ValueWidth = 3.2;

    public static Document Print(LessonPlan plan, LessonBrief brief, FormFacts facts)
    {
        var format = brief.Format;
        return new Document
        {
            Title = $"{format.Title.In(facts.Language)}: {brief.Lesson}",
            Language = facts.Language,
            Footer = $"{facts.Subject} {facts.Grade}",
            Header = new FormHeader(
                new Text([new Words(format.Title.In(facts.Language)), new LineBreak(), new Words(Capital(brief.Lesson))]),
                [.. format.Fields.Select(f => new Field($"{f.Label.In(facts.Language)}:", Value(f.Is, brief, facts)))]),
            Blocks =
            [
                .. Pupils(format.Pupils, facts),
                new Table
                {
                    Rows = [.. format.Parts.Select(p => (IReadOnlyList<Cell>)
                        [Text.Bold(p.Label.In(facts.Language)), Value(p.Is, plan, facts)])],
                    Widths = [LabelWidth, ValueWidth],
                },
                new Table
                {
                    Head = [.. format.Columns.Select(c => (Cell)c.Label.In(facts.Language))],
                    Rows = [.. plan.Stages.Select((stage, at) => (IReadOnlyList<Cell>)
                        [.. format.Columns.Select(c => Value(c.Is, stage, format.Stages[at], facts))])],
                    Widths = [.. format.Columns.Select(c => (double)c.Width)],
                    Small = true,
                },
                new Paragraph(Text.Bold($"{format.Remarks.In(facts.Language)}:")),
                new AnswerLines(LinesForRemarks),
            ],
        };
    }

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static Text Value(LessonField field, LessonBrief brief, FormFacts facts) => field switch
    {
        LessonField.Teacher => facts.Teacher ?? "",
        LessonField.School => facts.School ?? "",
        LessonField.Subject => facts.Subject,
        LessonField.Class => facts.Grade,
        LessonField.Time => facts.Texts.Minutes(brief.Request.Minutes),
        _ => "",
    };

    private static Cell Value(LessonPart part, LessonPlan plan, FormFacts facts) => part switch
    {
        LessonPart.MainCompetence => Prose.Line(plan.MainCompetence),
        LessonPart.SpecificCompetence => Prose.Line(plan.SpecificCompetence),
        LessonPart.MainActivity => Prose.Line(plan.MainActivity),
        LessonPart.SpecificActivity => Prose.Line(plan.SpecificActivity),
        LessonPart.Resources => Prose.Line(string.Join("; ", plan.Resources)),
        _ => References(plan, facts),
    };

    // the same book is named once, with its places below
    private static Cell References(LessonPlan plan, FormFacts facts) => new([.. plan.References.GroupBy(r => r.Book).Select(book =>
        new Paragraph(new Text(
        [
            new Italic([new Words(book.Key)]),
            .. book.GroupBy(r => r.Place).Select(Joined).OrderBy(r => r.From).Select((r, at) => new Words(
                $"{(at == 0 ? ", " : "; ")}{Place(r, facts)}")),
        ])))]);

    private static BookPages Joined(IEnumerable<BookPages> places) =>
        places.Aggregate((one, other) => one with { From = Least(one.From, other.From), To = Most(one.To, other.To) });

    private static int? Least(int? one, int? other) => one < other ? one : other ?? one;

    private static int? Most(int? one, int? other) => one > other ? one : other ?? one;

    private static string Place(BookPages place, FormFacts facts) =>
        string.Join(", ", new[] { place.Place ?? "", FormCells.Pages(place, facts.Texts) }.Where(w => w.Length > 0));

    private static Cell Value(StageColumn column, PlannedStage stage, FormatStage named, FormFacts facts) => column switch
    {
        StageColumn.Stage => Text.Bold(named.Name.In(facts.Language)),
        StageColumn.Time => FormCells.Centred(facts.Texts.ShortMinutes(stage.Minutes)),
        StageColumn.Teaching => FormCells.Of(stage.Teaching),
        StageColumn.Learning => FormCells.Of(stage.Learning),
        _ => FormCells.Of(stage.Assessment),
    };

    private static IEnumerable<Block> Pupils(PupilLabels? labels, FormFacts facts)
    {
        if (labels is null)
            yield break;

        Label[] columns = [labels.Girls, labels.Boys, labels.Total, labels.Girls, labels.Boys, labels.Total];
        yield return new Table
        {
            Head = [Over(labels.Registered), Over(labels.Present)],
            Rows =
            [
                [.. columns.Select(c => FormCells.Centred(c.In(facts.Language)))],
                [.. columns.Select(_ => FormCells.Centred("\u00a0"))],
            ],
        };

        Cell Over(Label label) => new([new Paragraph(label.In(facts.Language))], Alignment.Centre, Columns: 3);
    }
}
