using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Tests.Lessons;

internal sealed class Rules_of_a_lesson_plan
{
    private static readonly BookPages Read = new("Chemistry Form 3", "4.1 Electrolytes", 16, 18);

    private static readonly LessonFormat Format = new()
    {
        Key = "test",
        For = new FormFor([], []),
        Title = new Label("LESSON PLAN", "ANDALIO LA SOMO"),
        Fields = [],
        Parts = [],
        Columns = [],
        Stages = [Stage("Introduction", 5), Stage("Development", 15), Stage("Design", 12), Stage("Realisation", 8)],
        Remarks = new Label("Remarks", "Maoni"),
        PeriodMinutes = 40,
    };

    private static readonly LessonPlan Sound = new()
    {
        MainCompetence = "Use electricity to split compounds.",
        SpecificCompetence = "Explain what an electrolyte is.",
        MainActivity = "Find out which liquids conduct.",
        SpecificActivity = "Test salt water and sugar water with a torch bulb.",
        Resources = ["Torch bulb", "Salt"],
        References = [Read],
        Stages = [Planned(5, "ask"), Planned(15, "show"), Planned(12, "set"), Planned(8, "hear")],
    };

    [TestCase(40, "5,15,12,8")]
    [TestCase(80, "10,30,25,15")]
    [TestCase(35, "4,13,11,7")]
    [TestCase(120, "15,45,35,25")]
    public void Time_is_shared_out_to_the_last_minute(int minutes, string stages)
    {
        var split = Format.Split(minutes);

        Assert.That(string.Join(',', split), Is.EqualTo(stages));
        Assert.That(split.Sum(), Is.EqualTo(minutes));
    }

    [Test]
    public void Any_lesson_gives_every_stage_time() => Assert.That(
        Enumerable.Range(20, 221).Where(m => Format.Split(m).Sum() != m || Format.Split(m).Any(s => s < 1)), Is.Empty);

    [Test]
    public void A_sound_plan_has_no_faults() => Assert.That(Faults(Sound), Is.Empty);

    [TestCaseSource(nameof(Broken))]
    public void A_fault_is_said_in_a_sentence(LessonPlan plan, string said) => Assert.That(Faults(plan), Has.Some.Contains(said));

    [Test]
    public void Minutes_alone_can_be_mended_by_the_form()
    {
        var late = Sound with { Stages = [Planned(20, "ask"), .. Sound.Stages.Skip(1)] };
        var wish = Wish();

        Assert.That(LessonPlanFaults.IsTimeOnly(late, wish));
        Assert.That(Faults(LessonPlanFaults.Timed(late, wish)), Is.Empty);
        Assert.That(LessonPlanFaults.IsTimeOnly(late with { Resources = [] }, wish), Is.False);
    }

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return new(Sound with { Stages = [.. Sound.Stages.Take(3)] }, "3 stages; there must be 4");
        yield return new(Sound with { Stages = [Planned(6, "ask"), .. Sound.Stages.Skip(1)] }, "come to 41 minutes; they must come to exactly 40");
        yield return new(Sound with { Stages = [Planned(-5, "ask"), Planned(25, "show"), .. Sound.Stages.Skip(2)] }, "has -5 minutes");
        yield return new(Sound with { MainCompetence = " " }, "empty: the main competence");
        yield return new(Sound with { Resources = [] }, "no resources");
        yield return new(Sound with { References = [] }, "No passage is named");
        yield return new(Sound with { References = [Read with { From = 99 }] }, "is no page of the passages");
        yield return new(Sound with { Stages = [Sound.Stages[0] with { Assessment = [] }, .. Sound.Stages.Skip(1)] }, "no assessment criteria");
        yield return new(Sound with { Stages = [Sound.Stages[0] with { Learning = [] }, .. Sound.Stages.Skip(1)] }, "no learning activities");
        yield return new(Sound with { Stages = [Sound.Stages[1] with { Minutes = 5 }, .. Sound.Stages.Skip(1)] }, "stands twice");
        yield return new(Sound with { SpecificActivity = "Read page 54 of the book." }, "names page 54");
        yield return new(Sound with { SpecificActivity = "Soma kurasa za 16 hadi 40." }, "names page 40");
        yield return new(Sound with { MainActivity = "| Jan | Feb |" }, "strokes of a table");
        yield return new(Sound with { MainActivity = new string('x', 400) }, "400 letters");
        yield return new(
            Sound with { MainActivity = "Wanafunzi na mwalimu wao wanajadili kwa pamoja katika vikundi jinsi ya kutumia umeme kwa kila mtu na kueleza." },
            "not written in English");
    }

    private static LessonWish Wish() => new(Format, 40, Language.English, [Read]);

    private static IReadOnlyList<string> Faults(LessonPlan plan) => LessonPlanFaults.In(plan, Wish());

    private static FormatStage Stage(string name, int share) => new(new Label(name, name), share, "…");

    private static PlannedStage Planned(int minutes, string word) =>
        new(minutes, [$"Let them {word} about salt."], [$"They {word} and answer."], [$"It is clear what they {word}."]);
}
