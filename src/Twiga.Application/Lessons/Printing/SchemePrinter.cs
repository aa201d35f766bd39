using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Domain.Lessons;

namespace Twiga.Application.Lessons;

/// <summary>A scheme of work in its form: a row a week and topic, weeks without lessons as rows of their own.</summary>
internal static class SchemePrinter
{
    public static Document Print(Preparation preparation, SchemeBrief brief, FormFacts facts)
    {
        var (format, outline) = (brief.Format, preparation.Outline!);
        return new Document
        {
            Title = $"{format.Title.In(facts.Language)}: {facts.Subject} {facts.Grade}",
            Language = facts.Language,
            Orientation = Orientation.Landscape,
            Footer = $"{facts.Subject} {facts.Grade}",
            Header = new FormHeader(
                format.Title.In(facts.Language),
                [.. format.Fields.Select(f => new Field($"{f.Label.In(facts.Language)}:", Value(f.Is, outline, facts)))],
                Columns: 3),
            Blocks =
            [
                new Table
                {
                    Head = [.. format.Columns.Select(c => (Cell)c.Label.In(facts.Language))],
                    Rows = [.. Rows(preparation, format, facts)],
                    Widths = [.. format.Columns.Select(c => (double)c.Width)],
                    Small = true,
                },
            ],
        };
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(Preparation preparation, SchemeFormat format, FormFacts facts)
    {
        var outline = preparation.Outline!;
        var written = outline.Chapters.SelectMany((rows, chapter) => rows.Select((row, at) =>
            (Row: row, Words: (SchemeWords)preparation.Parts[chapter].Content!, At: at))).ToLookup(w => w.Row.Week);
        foreach (var week in outline.Weeks)
        {
            if (week.LeftOut is { } reason)
            {
                yield return LeftOut(week, reason, format, facts);
                continue;
            }

            foreach (var (row, words, at) in written[week.Number!.Value])
                yield return [.. format.Columns.Select(c => Value(c.Is, week, row, words, at, facts))];
        }
    }

    private static List<Cell> LeftOut(TermWeek week, string reason, SchemeFormat format, FormFacts facts)
    {
        var before = format.Columns.TakeWhile(c => c.Is != SchemeColumn.Month).Count();
        var cells = new List<Cell>();
        for (var at = 0; at < format.Columns.Count; at++)
        {
            var column = format.Columns[at].Is;
            if (at == 0 && before > 0)
                (cells, at) = ([new Cell([new Paragraph(Text.Bold(reason))], Alignment.Centre, before)], before - 1);
            else
                cells.Add(column switch
                {
                    SchemeColumn.Month => Month(week, facts),
                    SchemeColumn.Week => FormCells.Centred(week.Number is { } number ? $"{number}" : "–"),
                    SchemeColumn.Periods => FormCells.Centred("–"),
                    _ => "",
                });
        }

        return cells;
    }

    private static Cell Value(
        SchemeColumn column, TermWeek week, OutlineRow row, SchemeWords words, int at, FormFacts facts) => column switch
        {
            SchemeColumn.MainCompetence => IsNew(words, at) ? Prose.Line(words.MainCompetence) : "",
            SchemeColumn.SpecificCompetence => IsNew(words, at) ? Prose.Line(words.Rows[at].SpecificCompetence) : "",
            SchemeColumn.LearningActivities => Prose.Line(words.Rows[at].LearningActivities),
            SchemeColumn.SpecificActivities => Prose.Line(words.Rows[at].SpecificActivity),
            SchemeColumn.Month => Month(week, facts),
            SchemeColumn.Week => FormCells.Centred($"{row.Week}"),
            SchemeColumn.Periods => FormCells.Centred($"{row.Periods}"),
            SchemeColumn.Methods => Prose.Line(words.Rows[at].Methods),
            SchemeColumn.Resources => Prose.Line(words.Rows[at].Resources),
            SchemeColumn.Assessment => Prose.Line(words.Rows[at].Assessment),
            SchemeColumn.References => Reference(row, facts),
            _ => "",
        };

    // competences stand where a new one begins
    private static bool IsNew(SchemeWords words, int at) =>
        at == 0 || words.Rows[at - 1].SpecificCompetence != words.Rows[at].SpecificCompetence;

    private static Cell Month(TermWeek week, FormFacts facts) => facts.Texts.Months.Split(' ')[week.Month - 1];

    /// <summary>In the manner of APA as far as the book tells: authors, title, pages.</summary>
    private static Cell Reference(OutlineRow row, FormFacts facts)
    {
        var first = row.Sections[0];
        var pages = new BookPages(first.Book, null, row.Sections.Min(s => s.From), row.Sections.Max(s => s.To ?? s.From));
        var where = FormCells.Pages(pages, facts.Texts);
        return new Text(
        [
            .. first.Authors is { } authors ? [new Words($"{authors.TrimEnd('.')}. ")] : Array.Empty<Inline>(),
            new Italic([new Words(first.Book)]),
            new Words(where.Length > 0 ? $" ({where})." : "."),
        ]);
    }

    private static Text Value(SchemeField field, SchemeOutline outline, FormFacts facts) => field switch
    {
        SchemeField.Teacher => facts.Teacher ?? "",
        SchemeField.School => facts.School ?? "",
        SchemeField.Subject => facts.Subject,
        SchemeField.Class => facts.Grade,
        SchemeField.Year => $"{outline.Year}",
        _ => $"{outline.Term}",
    };
}
