using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Application.Common;
using Twiga.Application.Tools;
using Twiga.Domain;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Tools;

[TestFixture]
internal sealed class A_tool
{
    private const string Right = """{"bean_kind":"red","class":"Geography Form 2"}""";

    private Workshop _workshop = null!;

    [SetUp]
    public void Open() => _workshop = new Workshop();

    [TearDown]
    public void Close() => _workshop.Dispose();

    [Test]
    public void Is_described_by_its_record()
    {
        var tool = _workshop.Tools.Single(t => t.Name == "count_beans");

        Assert.That(tool.Description, Is.EqualTo("Count the beans of a class."));
        var expected = JsonNode.Parse(
            """
            {"type":"object","properties":{
              "bean_kind":{"description":"The kind of beans.","type":"string","maxLength":10},
              "class":{"type":"string","description":"The class.","enum":["Geography Form 2","Kiswahili Form 1"]},
              "at_most":{"description":"How many at most.","type":["integer","null"],"minimum":1,"maximum":20},
              "manner":{"description":"How.","type":["string","null"],"enum":["one_by_one","in_pairs",null]},
              "aloud":{"description":"Aloud?","type":["boolean","null"]},
              "bowls":{"description":"Bowls.","type":["array","null"],"items":{"type":"string"}}},
             "required":["bean_kind","class"],"additionalProperties":false}
            """);
        Assert.That(
            JsonSerializer.Serialize(tool.JsonSchema, JsonSerializerOptions.Default),
            Is.EqualTo(expected!.ToJsonString()));
    }

    [Test]
    public void Is_not_offered_where_it_needs_a_class_and_she_has_none()
    {
        _workshop.Turn = new TurnMemory(TeacherId.From(7), Language.English, [], 1_000);

        Assert.That(_workshop.Tools.Select(t => t.Name), Does.Not.Contain("count_beans").And.Contains("say_proverb"));
        Assert.That(
            _workshop.Tools.Single(t => t.Name == "say_proverb").JsonSchema.GetProperty("properties").EnumerateObject(),
            Is.Empty);
    }

    [Test]
    public async Task Answers_with_its_result_and_leaves_what_it_renders()
    {
        var said = await _workshop.CallAsync("count_beans", Right);

        Assert.That(said, Is.EqualTo("""{"number":5,"in":"Geography Form 2","bowl":"none"}"""));
        Assert.That(_workshop.Turn.Attachments, Is.EqualTo(new[] { new ImageContent(KeptFileId.From(3)) }));
        Assert.That(_workshop.Turn.Progress, Is.EqualTo("I am counting."));
    }

    [TestCase("""{"beanKind":"red","Class":"geography form 2 ","at_most":"7","bowls":"blue","aloud":"false"}""")]
    [TestCase("""{"bean_kind":"red","class":"Jiografia Kidato cha 2","at_most":7,"bowls":["blue"],"aloud":false,"manner":null}""")]
    public async Task Forgives_the_form_of_arguments(string arguments)
    {
        var said = await _workshop.CallAsync("count_beans", arguments);

        Assert.That(said, Is.EqualTo("""{"number":7,"in":"Geography Form 2","bowl":"blue"}"""));
        Assert.That(_workshop.Counter.Seen[0].Aloud, Is.False);
    }

    [TestCase("""{"class":"Geography Form 2"}""", "bean_kind is missing")]
    [TestCase("""{"bean_kind":"red"}""", "class is missing")]
    [TestCase("""{"bean_kind":null,"class":"Geography Form 2"}""", "bean_kind is missing")]
    [TestCase("""{"bean_kind":"red","class":"Geography Form 2","teacher":9}""", "'teacher' is no argument")]
    [TestCase("""{"bean_kind":"red","class":"Physics Form 4"}""", "Geography Form 2, Kiswahili Form 1")]
    [TestCase("""{"bean_kind":"red","class":7}""", "class must be one of Geography Form 2, Kiswahili Form 1")]
    [TestCase("""{"bean_kind":"red","class":"Geography Form 2","at_most":"many"}""", "at_most must be a whole number from 1 to 20")]
    [TestCase("""{"bean_kind":"red","class":"Geography Form 2","at_most":21}""", "at_most must be between 1 and 20")]
    [TestCase("""{"bean_kind":"red","class":"Geography Form 2","manner":"thrice"}""", "manner must be one of one_by_one, in_pairs")]
    [TestCase("""{"bean_kind":"red and very long","class":"Geography Form 2"}""", "bean_kind must be a string")]
    [TestCase("""{"bean_kind":"magic","class":"Geography Form 2"}""", "bean_kind must be a real kind.")]
    [TestCase("""{"$broken":"{bean"}""", "not a JSON object")]
    public async Task Refuses_with_a_sentence_to_act_on(string arguments, string expected)
    {
        var said = await _workshop.CallAsync("count_beans", arguments);

        Assert.That(said, Does.StartWith("Not done: ").And.Contains(expected));
        Assert.That(_workshop.Counter.Seen, Is.Empty);
        Assert.That(_workshop.Turn.Attachments, Is.Empty);
    }

    [Test]
    public async Task Turns_a_rule_of_the_domain_into_a_refusal()
    {
        _workshop.Counter.Work = (_, _) => throw new DomainException("Beans are counted on Mondays.");

        Assert.That(
            await _workshop.CallAsync("count_beans", Right), Is.EqualTo("Not done: Beans are counted on Mondays."));
    }

    [Test]
    public async Task Turns_a_fault_into_a_neutral_sentence_and_a_log_entry_without_contents()
    {
        _workshop.Counter.Work = (_, _) => throw new InvalidOperationException("password is hunter2");

        var said = await _workshop.CallAsync("count_beans", Right);

        Assert.That(said, Does.Contain("fault on our side").And.Not.Contain("hunter2"));
        Assert.That(_workshop.Log.Lines, Has.One.EqualTo("Error: Tool count_beans failed with InvalidOperationException"));
        Assert.That(_workshop.Log.Lines, Has.None.Contains("hunter2"));
        Assert.That(_workshop.Turn.Attachments, Is.Empty);
    }

    [Test]
    public async Task Is_tried_again_once_when_a_model_is_away_for_a_moment()
    {
        var times = 0;
        _workshop.Counter.Work = (_, _) => ++times == 1 ? throw new ModelUnavailableException("x") : Task.CompletedTask;

        Assert.That(await _workshop.CallAsync("count_beans", Right), Does.Contain("number"));
    }

    [Test]
    public async Task Is_stopped_at_its_time_limit()
    {
        var started = new TaskCompletionSource();
        _workshop.Counter.Work = (_, token) =>
        {
            started.SetResult();
            return Task.Delay(Timeout.Infinite, token);
        };

        var calling = _workshop.CallAsync("count_beans", Right);
        await started.Task;
        _workshop.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.That(await calling, Does.Contain("took too long"));
    }

    [Test]
    public async Task Is_not_done_twice_for_the_same_call()
    {
        await _workshop.CallAsync("count_beans", Right);
        var said = await _workshop.CallAsync("count_beans", """{"class":"Geography Form 2","bean_kind":"red"}""");

        Assert.That(said, Does.Contain("result stands above"));
        Assert.That(_workshop.Counter.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Has_a_scope_of_its_own_for_each_call()
    {
        await Task.WhenAll(
            _workshop.CallAsync("count_beans", Right),
            _workshop.CallAsync("count_beans", """{"bean_kind":"white","class":"Kiswahili Form 1"}"""));

        Assert.That(_workshop.Counter.Turns.Distinct().Count(), Is.EqualTo(2));
        Assert.That(_workshop.Counter.Turns.Select(t => t.Teacher).Distinct(), Is.EqualTo(new[] { TeacherId.From(7) }));
    }

    [Test]
    public async Task Gives_the_model_no_more_than_the_turn_has_room_for()
    {
        _workshop.Turn = new TurnMemory(TeacherId.From(7), Language.English, [], 4);

        Assert.That(await _workshop.CallAsync("say_proverb", "{}"), Does.Contain("rest did not fit"));
    }

    [Test]
    public void Of_Twiga_says_what_it_does_in_both_languages()
    {
        using var services = new Workshop();
        var tools = services.Toolbox.Tools;

        Assert.That(tools.Select(t => t.Name), Does.Contain("search_knowledge"));
        foreach (var tool in tools)
        {
            Assert.That(tool.Progress.English, Is.Not.Empty.And.Not.EqualTo(tool.Progress.Swahili), tool.Name);
            Assert.That(tool.Progress.Swahili, Is.Not.Empty, tool.Name);
            Assert.That(tool.SchemaFor([Workshop.Geography])!["properties"]!.AsObject().Select(p => p.Value!["description"]),
                Is.All.Not.Null, tool.Name);
        }
    }
}
