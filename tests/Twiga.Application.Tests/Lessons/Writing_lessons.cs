using System.Text.Json.Nodes;
using NSubstitute;
using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Application.Lessons;
using Twiga.Application.Tests.Conversations;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Lessons;

internal sealed class Writing_lessons
{
    private const string Sound =
        """
        {"main_competence":"Use electricity to split compounds.","specific_competence":"Explain what an electrolyte is.",
        "main_activity":"Find out which liquids conduct.","specific_activity":"Test salt water with a torch bulb.",
        "resources":["Torch bulb","Salt"],"passages":[1],
        "stages":[{"minutes":10,"teaching":["Ask about salt."],"learning":["Answer."],"assessment":["Salt is known."]},
        {"minutes":30,"teaching":["Show the test."],"learning":["Test."],"assessment":["The bulb is watched."]}]}
        """;

    private static readonly SchoolClass Chemistry = new()
    {
        SubjectKey = "chemistry", GradeCode = "os3", English = "Chemistry Form 3", Swahili = "Kemia Kidato cha 3", Medium = Language.English,
    };

    private readonly IPreparations _preparations = Substitute.For<IPreparations>();
    private readonly IQuotas _quotas = Substitute.For<IQuotas>();
    private ScriptedModel _model = null!;

    [SetUp]
    public void SetUp() => _model = new ScriptedModel();

    [TearDown]
    public void TearDown() => _model.Dispose();

    // each fault is caught, sent back with its sentence, and right the second time
    [TestCase("\"minutes\":30", "\"minutes\":35", "come to 45 minutes; they must come to exactly 40")]
    [TestCase("\"passages\":[1]", "\"passages\":[]", "No passage is named")]
    [TestCase("\"passages\":[1]", "\"passages\":[1,7]", "passage 7")]
    [TestCase("\"resources\":[\"Torch bulb\",\"Salt\"]", "\"resources\":[]", "no resources")]
    [TestCase("\"learning\":[\"Test.\"]", "\"learning\":[\" \"]", "no learning activities")]
    [TestCase("Use electricity to split compounds.", "", "empty: the main competence")]
    [TestCase("Show the test.", "Ask about salt.", "stands twice")]
    [TestCase("Show the test.", "Read page 93.", "names page 93")]
    [TestCase("Show the test.", "| Jan | Feb |", "strokes of a table")]
    [TestCase("Show the test.", "Mwalimu na wanafunzi wanajadili kwa pamoja jinsi ya kupima maji ya chumvi katika kila kundi.", "not written in English")]
    public async Task Sends_a_fault_back_and_takes_what_was_mended(string right, string wrong, string said)
    {
        _model.Says(Sound.Replace(right, wrong)).Says(Sound);
        var plan = NewPlan();

        await WriteAsync(plan);

        Assert.That(plan.State, Is.EqualTo(PreparationState.Ready));
        Assert.That(_model.Asked, Has.Count.EqualTo(2));
        Assert.That(_model.Asked[1].Messages[^1].Text, Does.Contain("This cannot be used:").And.Contain(said));
        Assert.That((plan.Calls, plan.Tokens), Is.EqualTo((2, 220)));
    }

    [TestCase("I am sorry, I cannot help with that.")]
    [TestCase("{\"main_competence\":\"Use elec")]
    public async Task Outlives_refusals_and_JSON_that_is_cut_off(string answer)
    {
        _model.Says(answer).Says(answer).Says(Sound);
        var plan = NewPlan();

        await WriteAsync(plan);

        Assert.That(plan.State, Is.EqualTo(PreparationState.Ready));
    }

    [Test]
    public async Task Shares_out_the_time_itself_when_that_alone_is_never_right()
    {
        _model.Says(Sound.Replace("\"minutes\":30", "\"minutes\":31"));
        var plan = NewPlan();

        await WriteAsync(plan);

        Assert.That(_model.Asked, Has.Count.EqualTo(3));
        Assert.That(((LessonPlan)plan.Parts[0].Content!).Stages.Select(s => s.Minutes), Is.EqualTo(new[] { 10, 30 }));
    }

    [Test]
    public async Task Gives_up_honestly_after_two_repairs()
    {
        _model.Says(Sound.Replace("\"passages\":[1]", "\"passages\":[9]"));
        var plan = NewPlan();

        await WriteAsync(plan);

        Assert.That((plan.State, plan.Parts[0].Content), Is.EqualTo((PreparationState.Failed, (PreparedContent?)null)));
        Assert.That(_model.Asked, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Pays_for_nothing_twice_when_it_is_begun_again()
    {
        _model.Says(Sound);
        var plan = NewPlan();
        await WriteAsync(plan);
        var again = NewPlan();
        again.Parts[0].Content = plan.Parts[0].Content;

        await WriteAsync(again);

        Assert.That(_model.Asked, Has.Count.EqualTo(1));
        Assert.That(again.State, Is.EqualTo(PreparationState.Ready));
    }

    [Test]
    public async Task A_scheme_with_a_chapter_that_is_never_right_is_not_ready()
    {
        const string Words = """{"main_competence":"Use maps.","rows":[]}""";
        _model.Says(Words);
        var scheme = Begun(DocumentKind.SchemeOfWork, Outline(), parts: 2);

        await new SchemeWriter(_model, _preparations, _quotas, TimeProvider.System).WriteAsync(
            scheme, new SchemeBrief(new MakeSchemeOfWork(default, default, default, Language.English), Chemistry, null!, new Dictionary<(string, string), string>()), default);

        Assert.That(scheme.State, Is.EqualTo(PreparationState.Failed));
        Assert.That(_model.Asked, Has.Count.EqualTo(6));
    }

    [Test]
    public async Task A_scheme_asks_once_for_each_chapter_and_repairs_only_what_is_wrong()
    {
        _model.Does(messages => Rows(messages[^1].Text)).Does(_ => new(Microsoft.Extensions.AI.ChatRole.Assistant, """{"main_competence":"","rows":[]}"""))
            .Does(messages => Rows(messages[1].Text));
        var scheme = Begun(DocumentKind.SchemeOfWork, Outline(), parts: 2);

        await new SchemeWriter(_model, _preparations, _quotas, TimeProvider.System).WriteAsync(
            scheme, new SchemeBrief(new MakeSchemeOfWork(default, default, default, Language.English), Chemistry, null!, new Dictionary<(string, string), string>()), default);

        Assert.That(scheme.State, Is.EqualTo(PreparationState.Ready));
        Assert.That(scheme.Calls, Is.EqualTo(3));
    }

    private static Microsoft.Extensions.AI.ChatMessage Rows(string asked) => new(Microsoft.Extensions.AI.ChatRole.Assistant, new JsonObject
    {
        ["main_competence"] = "Use maps.",
        ["rows"] = new JsonArray([.. asked.Split('\n').Where(l => l.StartsWith("Row ", StringComparison.Ordinal)).Select(l => new JsonObject
        {
            ["specific_competence"] = "Explain it.", ["learning_activities"] = "Talk.", ["specific_activity"] = l,
            ["methods"] = "Discussion", ["resources"] = "Map", ["assessment"] = "Questions",
        })]),
    }.ToJsonString());

    private Task WriteAsync(Preparation plan) => new LessonWriter(_model, _preparations, _quotas, TimeProvider.System).WriteAsync(
        plan,
        new LessonBrief(
            new MakeLessonPlan(default, default, default, Language.English) { About = "electrolysis", Minutes = 40, Language = Language.English },
            Chemistry,
            Format(),
            [new FoundPassage(
                PassageId.From(1), ResourceId.From(1), "Chemistry Form 3", 4, "Electrolysis", "4.1 Electrolytes", 16, 17,
                PassageKind.Text, Language.English, "An electrolyte conducts electricity.", 1)]),
        CancellationToken.None);

    private static LessonFormat Format() => new()
    {
        Key = "test", For = new FormFor([], []), Title = new Label("PLAN", "ANDALIO"), Fields = [], Parts = [], Columns = [],
        Stages = [new FormatStage(new Label("Introduction", "Utangulizi"), 1, "…"), new FormatStage(new Label("Work", "Kazi"), 3, "…")],
        Remarks = new Label("Remarks", "Maoni"), PeriodMinutes = 40,
    };

    private static Preparation NewPlan() => Begun(DocumentKind.LessonPlan, null, parts: 1);

    private static Preparation Begun(DocumentKind kind, SchemeOutline? outline, int parts)
    {
        var begun = new Preparation
        {
            Request = Guid.Empty, TeacherId = TeacherId.From(1), SchoolClassId = SchoolClassId.From(1), Kind = kind, Outline = outline,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        begun.Plan(parts);
        return begun;
    }

    private static SchemeOutline Outline()
    {
        var monday = new DateOnly(2026, 1, 12);
        return SchemeOutline.Of(
            1, 2026, 3, [.. Enumerable.Range(1, 4).Select(n => new TermWeek(n, monday.AddDays(7 * n), null))],
            [new("Geography", null, "Weather", "Rain", 1, 2, 100), new("Geography", null, "Maps", "Scale", 3, 4, 100)]);
    }
}
