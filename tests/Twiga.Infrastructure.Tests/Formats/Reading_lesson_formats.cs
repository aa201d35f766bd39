using Twiga.Domain.Curriculum;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Formats;

namespace Twiga.Infrastructure.Tests.Formats;

internal sealed class Reading_lesson_formats
{
    private const string Plan =
        """
        key: school-plan
        grades: [os1]
        periodMinutes: 45
        title: { en: PLAN, sw: ANDALIO }
        fields:
          - { is: teacher, en: Teacher, sw: Mwalimu }
        parts:
          - { is: main_competence, en: Competence, sw: Umahiri }
        columns:
          - { is: stage, en: Stage, sw: Hatua }
          - { is: time, en: Time, sw: Muda }
        stages:
          - { en: Beginning, sw: Mwanzo, share: 1, about: begin }
        remarks: { en: Remarks, sw: Maoni }
        """;

    private const string Scheme =
        """
        key: school-scheme
        title: { en: SCHEME, sw: AZIMIO }
        periodsPerWeek: 3
        fields:
          - { is: teacher, en: Teacher, sw: Mwalimu }
        columns:
          - { is: week, en: Week, sw: Wiki }
          - { is: periods, en: Periods, sw: Vipindi }
        terms:
          - { number: 1, begins: 01-13, ends: 06-05 }
        break: { en: Break, sw: Likizo }
        closing: { en: Tests, sw: Mitihani }
        """;

    [Test]
    public void Twigas_own_have_no_faults_and_the_official_columns_in_their_order()
    {
        var forms = LessonFormats.Load(null);
        var plan = forms.Plans.Single(f => f.Key == "lesson-plan-2023");
        var scheme = forms.Schemes.Single(f => f.Key == "scheme-of-work-2023");

        Assert.That(forms.Faults, Is.Empty);
        Assert.That(
            plan.Columns.Select(c => c.Label.Swahili),
            Is.EqualTo(new[] { "Hatua", "Muda", "Shughuli za ufundishaji", "Shughuli za ujifunzaji", "Vigezo vya upimaji" }));
        Assert.That(plan.Parts.Select(p => p.Is), Is.EqualTo(Enum.GetValues<LessonPart>()));
        Assert.That(plan.Stages.Select(s => s.Name.English), Is.EqualTo(new[] { "Introduction", "Competence development", "Design", "Realisation" }));
        Assert.That(scheme.Columns.Select(c => c.Is), Is.EqualTo(Enum.GetValues<SchemeColumn>()));
        Assert.That(GradeLevel.All.Where(g => plan.For.Fits(g.Code, "any") == 0 || scheme.For.Fits(g.Code, "any") == 0), Is.Empty);
    }

    [Test]
    public void A_school_adds_its_own_in_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("twiga-forms-").FullName;
        File.WriteAllText(Path.Combine(folder, "own.lesson.yaml"), Plan);
        File.WriteAllText(Path.Combine(folder, "own.scheme.yaml"), Scheme.Replace("school-scheme", "scheme-of-work-2023"));
        try
        {
            var forms = LessonFormats.Load(folder);

            Assert.That(forms.Faults, Is.Empty);
            Assert.That(forms.Plans.MaxBy(f => f.For.Fits("os1", "physics"))!.Title.In(Language.Swahili), Is.EqualTo("ANDALIO"));
            Assert.That(forms.Plans.MaxBy(f => f.For.Fits("os2", "physics"))!.Key, Is.EqualTo("lesson-plan-2023"));
            Assert.That(forms.Schemes.Single().Columns, Has.Count.EqualTo(2));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("is: time", "is: hour", "line 11: is is 'hour'; it is one of stage, time")]
    [TestCase("is: time, en: Time", "is: stage, en: Time", "line 11: 'stage' stands twice in columns")]
    [TestCase("sw: Mwalimu", "swa: Mwalimu", "line 6: 'swa' is not known here")]
    [TestCase("sw: Mwalimu", "en: Mwalimu", "line 6")]
    [TestCase("share: 1", "share: 0", "line 13: share is 0; it is 1 or more")]
    [TestCase("grades: [os1]", "grades: [f1]", "'f1' is no grade")]
    [TestCase("periodMinutes: 45", "periodMinutes: 5", "line 1: periodMinutes is 5; it is between 20 and 120")]
    [TestCase("periodMinutes: 45", "periodMinutes: long", "line 3: periodMinutes is 'long'; it must be a number")]
    [TestCase("key: school-plan", "key: School Plan", "key is 'School Plan'")]
    [TestCase("remarks:", "remark:", "remarks is missing")]
    public void A_fault_of_a_plan_is_named_with_file_and_line(string right, string wrong, string sentence)
    {
        var faults = new List<string>();
        LessonFormatFile.Read("own.lesson.yaml", Plan.Replace(right, wrong), faults);

        Assert.That(faults, Has.Some.StartsWith("own.lesson.yaml, line ").And.Some.Contains(sentence));
    }

    [TestCase("begins: 01-13", "begins: 13 January", "line 10: begins is '13 January'; it is a month and a day")]
    [TestCase("ends: 06-05", "ends: 01-05", "line 10: it ends before it begins")]
    [TestCase("ends: 06-05", "ends: 06-05, breakFrom: 03-01", "line 10: a break has breakFrom and breakTo")]
    [TestCase("is: periods", "is: remarks", "columns must have 'periods'")]
    [TestCase("periodsPerWeek: 3", "periodsPerWeek: 0", "periodsPerWeek is 0; it is between 1 and 20")]
    public void A_fault_of_a_scheme_is_named_with_file_and_line(string right, string wrong, string sentence)
    {
        var faults = new List<string>();
        SchemeFormatFile.Read("own.scheme.yaml", Scheme.Replace(right, wrong), faults);

        Assert.That(faults, Has.Some.StartsWith("own.scheme.yaml, line ").And.Some.Contains(sentence));
    }
}
