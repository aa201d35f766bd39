using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Tests.Lessons;

internal sealed class Rules_of_a_scheme_of_work
{
    private static readonly Term First = new(1, new YearDay(1, 13), new YearDay(6, 5), new YearDay(3, 27), new YearDay(4, 7));

    private static readonly SchemeFormat Format = new()
    {
        Key = "test",
        For = new FormFor([], []),
        Title = new Label("SCHEME OF WORK", "AZIMIO LA KAZI"),
        Fields = [],
        Columns = [],
        PeriodsPerWeek = 3,
        Terms = [First],
        Break = new Label("Break", "Likizo"),
        Closing = new Label("Examinations", "Mitihani"),
        ClosingWeeks = 1,
    };

    [Test]
    public void The_calendar_knows_the_break_and_the_end_of_a_term()
    {
        var weeks = Weeks(null);

        Assert.That(weeks[0].Monday, Is.EqualTo(new DateOnly(2026, 1, 12)));
        Assert.That(weeks.Count(w => w.Number is null), Is.EqualTo(1));
        Assert.That(weeks.Single(w => w.Number is null).Monday, Is.EqualTo(new DateOnly(2026, 3, 30)));
        Assert.That(weeks[^1].LeftOut, Is.EqualTo("Examinations"));
        Assert.That(weeks.Where(w => w.Number is not null).Select(w => w.Number), Is.EqualTo(Enumerable.Range(1, 20)));
    }

    [Test]
    public void She_says_how_many_weeks_and_which_are_left_out()
    {
        var weeks = Weeks(8, (4, "Test"));

        Assert.That(weeks.Select(w => w.Number), Is.EqualTo(Enumerable.Range(1, 8)));
        Assert.That(weeks.Where(w => !w.IsTaught).Select(w => (w.Number, w.LeftOut)), Is.EqualTo(new[] { ((int?)4, "Test") }));
    }

    [TestCase(2026, 3, 2026)]
    [TestCase(2026, 5, 2026)]
    [TestCase(2026, 6, 2027)]
    [TestCase(2026, 11, 2027)]
    public void A_term_that_is_over_is_planned_for_the_next_year(int year, int month, int planned) =>
        Assert.That(TermWeeks.Year(First, new DateOnly(year, month, 1)), Is.EqualTo(planned));

    [Test]
    public void Every_taught_week_has_its_periods_whatever_the_book_and_the_term_are()
    {
        foreach (var sections in new[] { 1, 2, 5, 12, 19, 20, 37, 60 })
        {
            foreach (var periods in new[] { 1, 2, 3, 6 })
            {
                var outline = Outline(sections, periods, Weeks(null, (7, "Test")));
                var byWeek = outline.Rows.GroupBy(r => r.Week).ToDictionary(g => g.Key, g => g.Sum(r => r.Periods));

                Assert.That(byWeek.Keys, Is.EqualTo(outline.Weeks.Where(w => w.IsTaught).Select(w => w.Number!.Value)));
                Assert.That(byWeek.Values, Has.All.EqualTo(periods));
                Assert.That(
                    outline.Rows.SelectMany(r => r.Sections).Distinct().Select(s => s.Title),
                    Is.EqualTo(Enumerable.Range(0, sections).Select(n => $"Section {n}")));
            }
        }
    }

    [Test]
    public void A_long_section_takes_more_weeks_than_a_short_one()
    {
        var outline = SchemeOutline.Of(1, 2026, 3, Weeks(10), [Section(0, 100), Section(1, 900)]);

        Assert.That(outline.Rows.CountBy(r => r.Sections[0].Title).Select(c => c.Value), Is.EqualTo(new[] { 1, 9 }));
    }

    [Test]
    public void Nothing_to_teach_or_no_week_for_it_is_refused()
    {
        Assert.Throws<DomainException>(() => SchemeOutline.Of(1, 2026, 3, Weeks(5), []));
        Assert.Throws<DomainException>(() => SchemeOutline.Of(1, 2026, 3, Weeks(1, (1, "Test")), [Section(0, 10)]));
    }

    [Test]
    public void Rows_are_as_many_as_were_planned_whole_and_no_two_alike()
    {
        var rows = Outline(2, 3, Weeks(2)).Rows;
        var sound = new SchemeWords("Read maps.", [Row("Scale"), Row("Direction")]);

        Assert.That(SchemeFaults.In(sound, rows, Language.English), Is.Empty);
        Assert.That(SchemeFaults.In(sound with { Rows = [Row("Scale")] }, rows, Language.English), Has.Some.Contains("1 rows; there must be 2"));
        Assert.That(SchemeFaults.In(sound with { Rows = [Row("Scale"), Row("Scale")] }, rows, Language.English), Has.Some.Contains("in two rows"));
        Assert.That(
            SchemeFaults.In(sound with { Rows = [Row("Scale"), Row("Direction") with { Methods = "" }] }, rows, Language.English),
            Has.Some.Contains("empty: the methods of row 2"));
        Assert.That(
            SchemeFaults.In(sound with { MainCompetence = "See page 77." }, rows, Language.English), Has.Some.Contains("names page 77"));
    }

    private static IReadOnlyList<TermWeek> Weeks(int? count, params (int Week, string Reason)[] leftOut) => TermWeeks.Of(
        Format, First, 2026, count, leftOut.ToDictionary(w => w.Week, w => w.Reason), "Break", "Examinations");

    private static SchemeOutline Outline(int sections, int periods, IReadOnlyList<TermWeek> weeks) =>
        SchemeOutline.Of(1, 2026, periods, weeks, [.. Enumerable.Range(0, sections).Select(n => Section(n, 50 + (n * 37 % 200)))]);

    private static BookSection Section(int number, int words) =>
        new("Geography Form 2", null, $"Chapter {number / 4}", $"Section {number}", number + 1, number + 2, words);

    private static SchemeRow Row(string about) => new()
    {
        SpecificCompetence = $"Use {about}.",
        LearningActivities = $"Talk about {about}.",
        SpecificActivity = $"Explain {about}.",
        Methods = "Discussion",
        Resources = "Map",
        Assessment = "Oral questions",
    };
}
