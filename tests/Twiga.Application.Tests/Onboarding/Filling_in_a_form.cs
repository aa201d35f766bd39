using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Twiga.Application.Onboarding;
using Twiga.Application.Teachers;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Onboarding;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Filling_in_a_form
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private readonly ITeachers _teachers = Substitute.For<ITeachers>();
    private readonly ICatalogue _catalogues = Substitute.For<ICatalogue>();
    private readonly IFlows _flows = Substitute.For<IFlows>();
    private Teacher _teacher = Teacher.Newcomer(Language.Swahili, false, DateTimeOffset.UnixEpoch);
    private bool _isOver;

    [SetUp]
    public void Prepare()
    {
        _teachers.GetAsync(default, default).ReturnsForAnyArgs(_ => _teacher);
        _catalogues.GetAsync(default).ReturnsForAnyArgs(Newcomer.Catalogue);
        _flows.AreSet.Returns(true);
        _flows.Invite(default, default).ReturnsForAnyArgs(c => new FlowInvitation($"flow-{c.Arg<FlowForm>()}", "new-token"));
        _flows.ReadAsync("profile", default).ReturnsForAnyArgs(c => c.Arg<string>() switch
        {
            "profile" => new FlowTicket(FlowForm.Profile, _teacher.Id, 1, _isOver),
            "classes" => new FlowTicket(FlowForm.Classes, _teacher.Id, 2, _isOver),
            _ => null,
        });
    }

    [Test]
    public async Task Opens_with_what_is_known_about_her()
    {
        _teacher.Rename("Neema");
        _teacher.TeachesIn(Region.Parse("mbeya"));

        var screen = await ScreenAsync("profile", FlowAction.Open);

        Assert.That(screen.Name, Is.EqualTo("PROFILE"));
        Assert.That((string?)screen.Data["name"], Is.EqualTo("Neema"));
        Assert.That((string?)screen.Data["region"], Is.EqualTo("mbeya"));
        Assert.That((string?)screen.Data["name_label"], Is.EqualTo("Jina kamili"));
        Assert.That(screen.Data["regions"]!.AsArray(), Has.Count.EqualTo(31));
        Assert.That((string?)screen.Data["latest_birthday"], Is.EqualTo("2008-11-22"));
    }

    [Test]
    public async Task Saves_the_profile_and_sends_the_next_form()
    {
        var finished = await FinishAsync("profile", "PROFILE", Profile());

        Assert.That(_teacher.Name, Is.EqualTo("Neema Mollel"));
        Assert.That(_teacher.Region, Is.EqualTo("mbeya"));
        Assert.That(_teacher.School, Is.EqualTo("Shule ya Mfano"));
        Assert.That(_teacher.Birthday, Is.Null);
        Assert.That(_teacher.State, Is.EqualTo(TeacherState.Onboarding));
        Assert.That(((FlowContent)finished.Messages.Single()).FlowId, Is.EqualTo("flow-Classes"));
        _flows.Received(1).Use(Arg.Any<FlowTicket>());
    }

    [TestCase("name", "", "herufi")]
    [TestCase("name", "123", "herufi")]
    [TestCase("region", "nairobi", "mkoa")]
    [TestCase("region", "", "mkoa")]
    [TestCase("school", " ", "shule")]
    [TestCase("birthday", "2020-01-01", "18")]
    [TestCase("birthday", "1899-01-01", "18")]
    [TestCase("birthday", "tomorrow", "18")]
    public async Task Returns_to_the_screen_with_the_rest_kept_where_a_field_is_refused(string field, string value, string why)
    {
        var filled = Profile();
        filled[field] = value;

        var screen = await ScreenAsync("profile", FlowAction.Send, "PROFILE", filled);

        Assert.That(screen.Name, Is.EqualTo("PROFILE"));
        Assert.That((string?)screen.Data["error_message"], Does.Contain(why));
        foreach (var (name, typed) in filled)
            Assert.That((string?)screen.Data[name], Is.EqualTo((string?)typed));
        Assert.That(_teacher.Name, Is.Null);
        _flows.DidNotReceiveWithAnyArgs().Use(default!);
    }

    [TestCase("1990-05-17")]
    [TestCase("642902400000")]
    public async Task Takes_a_birthday_as_a_date_or_as_older_phones_send_it(string typed)
    {
        var filled = Profile();
        filled["birthday"] = typed;

        await FinishAsync("profile", "PROFILE", filled);

        Assert.That(_teacher.Birthday, Is.EqualTo(new DateOnly(1990, 5, 17)));
    }

    [Test]
    public async Task Changes_only_what_she_changed_and_no_state()
    {
        Become(TeacherState.Active);
        await FinishAsync("profile", "PROFILE", Profile());
        _teacher.GoQuiet(TimeSpan.Zero, DateTimeOffset.MaxValue);

        var finished = await FinishAsync("profile", "PROFILE", new JsonObject { ["school"] = "Shule Nyingine" });

        Assert.That(_teacher.School, Is.EqualTo("Shule Nyingine"));
        Assert.That(_teacher.Name, Is.EqualTo("Neema Mollel"));
        Assert.That(_teacher.Region, Is.EqualTo("mbeya"));
        Assert.That(_teacher.Classes, Has.Count.EqualTo(1));
        Assert.That(_teacher.State, Is.EqualTo(TeacherState.Inactive));
        Assert.That(((TextContent)finished.Messages.Single()).Body, Does.Contain("Shule: Shule Nyingine"));
    }

    [Test]
    public async Task Shows_subjects_in_groups_with_hers_ticked()
    {
        Become(TeacherState.Active);

        var screen = await ScreenAsync("classes", FlowAction.Open);

        var groups = Enumerable.Range(1, 6).Where(n => (bool)screen.Data[$"group_{n}_shown"]!).ToList();
        Assert.That(groups, Has.Count.EqualTo(3));
        Assert.That(groups, Has.All.Matches<int>(n => screen.Data[$"group_{n}"]!.AsArray().Count is > 0 and <= 20));
        Assert.That(groups.SelectMany(n => screen.Data[$"group_{n}_ticked"]!.AsArray()).Select(t => (string?)t),
            Is.EqualTo(["os:geography"]));
    }

    [Test]
    public async Task Leads_from_subjects_to_classes_to_active()
    {
        _teacher.Rename("Neema");
        var classes = await ScreenAsync(
            "classes", FlowAction.Send, "SUBJECTS", new JsonObject { ["group_1"] = new JsonArray("p:kiswahili"), ["group_2"] = new JsonArray("os:geography") });

        Assert.That(classes.Name, Is.EqualTo("CLASSES"));
        Assert.That((string?)classes.Data["classes_2_label"], Is.EqualTo("Jiografia"));
        Assert.That((bool)classes.Data["classes_3_shown"]!, Is.False);

        var finished = await FinishAsync("classes", "CLASSES", Ticks(
            (string)classes.Data["chosen"]!, Newcomer.Class("kiswahili", "p3"), Newcomer.Class("geography", "os2"), Newcomer.Class("geography", "os3")));

        Assert.That(finished.IsActiveNow);
        Assert.That(_teacher.State, Is.EqualTo(TeacherState.Active));
        Assert.That(_teacher.Classes, Has.Count.EqualTo(3));
        Assert.That(((TextContent)finished.Messages.Single()).Body, Does.Contain("• Jiografia: Kidato cha 2, Kidato cha 3"));
    }

    [Test]
    public async Task Preselects_her_classes_and_goes_back_to_subjects()
    {
        Become(TeacherState.Active);
        var classes = await ScreenAsync(
            "classes", FlowAction.Send, "SUBJECTS", new JsonObject { ["group_2"] = new JsonArray("os:geography") });
        var back = await ScreenAsync("classes", FlowAction.Back, "CLASSES");

        Assert.That(classes.Data["classes_1_ticked"]!.AsArray().Select(t => (string?)t),
            Is.EqualTo([Newcomer.Class("geography", "os2").ToString()]));
        Assert.That(back.Name, Is.EqualTo("SUBJECTS"));
    }

    [Test]
    public async Task Refuses_no_subjects_too_many_and_a_subject_without_a_class()
    {
        var none = await ScreenAsync("classes", FlowAction.Send, "SUBJECTS", []);
        var many = await ScreenAsync("classes", FlowAction.Send, "SUBJECTS", new JsonObject
        {
            ["group_1"] = new JsonArray("p:kiswahili", "p:hisabati", "os:geography", "os:biology", "os:kiswahili"),
            ["group_2"] = new JsonArray([.. Enumerable.Range(1, 9).Select(n => (JsonNode)$"os:trade_{n}")]),
        });
        var without = await ScreenAsync(
            "classes", FlowAction.Send, "CLASSES", Ticks("os:geography,os:biology", Newcomer.Class("geography", "os2")));

        Assert.That((string?)none.Data["error_message"], Does.Contain("angalau somo moja"));
        Assert.That((string?)many.Data["error_message"], Does.Contain("10"));
        Assert.That(without.Name, Is.EqualTo("CLASSES"));
        Assert.That((string?)without.Data["error_message"], Does.Contain("Biolojia"));
        Assert.That(without.Data["classes_1_ticked"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(_teacher.Classes, Is.Empty);
    }

    [Test]
    public async Task Takes_no_class_of_a_subject_that_was_not_chosen_and_keeps_what_it_cannot_show()
    {
        Become(TeacherState.Active);
        _teacher.Teach([new SchoolClassId(4711), Newcomer.Class("geography", "os2")]);

        await FinishAsync("classes", "CLASSES", Ticks(
            "os:geography", Newcomer.Class("geography", "os1"), Newcomer.Class("biology", "os1"), new SchoolClassId(99999)));

        Assert.That(_teacher.Classes.Select(c => c.SchoolClassId),
            Is.EquivalentTo([new SchoolClassId(4711), Newcomer.Class("geography", "os1")]));
    }

    [TestCase(TeacherState.Blocked)]
    [TestCase(TeacherState.InReview)]
    public async Task Changes_nothing_for_whom_the_door_is_closed(TeacherState state)
    {
        Become(state);

        var refused = (FilledIn.Refused)await SendAsync("profile", FlowAction.Send, "PROFILE", Profile());

        Assert.That(refused.Anew, Is.Null);
        Assert.That(_teacher.State, Is.EqualTo(state));
        Assert.That(_teacher.School, Is.Null);
    }

    [TestCase("profile", true, "PROFILE")]
    [TestCase("profile", false, "CLASSES")]
    [TestCase("classes", false, "PROFILE")]
    [TestCase("classes", false, "SUCCESS")]
    public async Task Refuses_a_token_that_is_over_or_of_another_form_and_sends_the_form_anew(string token, bool isOver, string screen)
    {
        _isOver = isOver;

        var refused = (FilledIn.Refused)await SendAsync(token, FlowAction.Send, screen, Profile());

        Assert.That(refused.Anew!.Token, Is.EqualTo("new-token"));
        Assert.That(_teacher.Name, Is.Null);
    }

    [Test]
    public async Task Refuses_a_foreign_token_in_both_languages_and_writes_to_nobody()
    {
        var refused = (FilledIn.Refused)await SendAsync("foreign", FlowAction.Open);

        Assert.That(refused.Teacher, Is.Null);
        Assert.That(refused.Why, Does.Contain("Fomu hii").And.Contain("This form"));
    }

    [Test]
    public async Task Gives_every_screen_exactly_the_data_its_file_declares()
    {
        foreach (var (form, screen) in new[]
        {
            ("profile", await ScreenAsync("profile", FlowAction.Open)),
            ("classes", await ScreenAsync("classes", FlowAction.Open)),
            ("classes", await ScreenAsync("classes", FlowAction.Send, "SUBJECTS", new JsonObject { ["group_2"] = new JsonArray("os:geography") })),
        })
        {
            var declared = FlowJson(form)["screens"]!.AsArray().Single(s => (string?)s!["id"] == screen.Name)!["data"]!.AsObject();
            Assert.That(screen.Data.Select(d => d.Key).Order(), Is.EqualTo(declared.Select(d => d.Key).Order()));
        }
    }

    private static JsonObject FlowJson(string form)
    {
        using var stream = typeof(FlowForms).Assembly.GetManifestResourceStream($"Twiga.Flows.{form}.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private void Become(TeacherState state)
    {
        _teacher = state switch
        {
            TeacherState.InReview => Teacher.Newcomer(Language.Swahili, true, DateTimeOffset.UnixEpoch),
            _ => Teacher.Active("Neema", Language.Swahili, [Newcomer.Class("geography", "os2")], DateTimeOffset.UnixEpoch),
        };
        if (state == TeacherState.Blocked)
            _teacher.Block();
    }

    private static JsonObject Profile() => new()
    {
        ["name"] = "Neema Mollel",
        ["region"] = "mbeya",
        ["school"] = "Shule ya Mfano",
        ["birthday"] = "",
    };

    private static JsonObject Ticks(string chosen, params SchoolClassId[] classes) => new()
    {
        ["chosen"] = chosen,
        ["classes_1"] = new JsonArray([.. classes.Select(c => (JsonNode)c.ToString())]),
    };

    private async Task<FilledIn.Finished> FinishAsync(string token, string screen, JsonObject data) =>
        (FilledIn.Finished)await SendAsync(token, FlowAction.Send, screen, data);

    private async Task<FilledIn.Screen> ScreenAsync(
        string token, FlowAction action, string? screen = null, JsonObject? data = null) =>
        (FilledIn.Screen)await SendAsync(token, action, screen, data);

    private Task<FilledIn> SendAsync(string token, FlowAction action, string? screen = null, JsonObject? data = null)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes((data ?? []).ToJsonString()));
        var step = new FlowRequest.Step(action, token, screen, document.RootElement.Clone());
        return new FillInHandler(_teachers, _catalogues, _flows, _clock).Handle(new FillIn(step), default);
    }
}
