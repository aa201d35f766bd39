using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Api.Tests.World;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Models;
using Twiga.Simulator.Phones;
using YamlDotNet.Serialization;

namespace Twiga.Api.Tests.Operators;

/// <summary>Whatever a rule or a dashboard asks for is told by a process that has seen good and bad days.</summary>
internal sealed class Watching_what_runs
{
    private const string Key = "the key of the operators";
    private const string Teacher = "255716000001";
    private const string Busy = "255716000002";

    // Prometheus itself knows whether it could scrape, and names the process
    private static readonly string[] Its = ["up"];
    private static readonly string[] ItsLabels = ["instance", "job", "le"];

    private TestWorld _world = null!;
    private Exposition _told = null!;

    [OneTimeSetUp]
    public async Task Live()
    {
        _world = await TestWorld.StartAsync(
            ("Operators__ApiKey", Key), ("Quotas__TeacherMessagesPerDay", "5"), ("Typesetter__Packages", "/nowhere"));
        await _world.AddTeacherAsync(Teacher, "Geography Form 2");
        await _world.AddTeacherAsync(Busy, "Geography Form 2");
        await GoodDayAsync();
        await BadDayAsync();
        _told = Exposition.Read(await Eventually.GetAsync(
            async () => await (await ScrapeAsync(Key)).Content.ReadAsStringAsync(),
            text => text.Contains("twiga_queue_age_seconds", StringComparison.Ordinal),
            text => text));
    }

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Metrics_are_shown_to_those_with_the_key_alone()
    {
        Assert.That((await ScrapeAsync(Key)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await ScrapeAsync("another key")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await ScrapeAsync(null)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCaseSource(nameof(Queries))]
    public void A_query_finds_what_it_asks_for(string query)
    {
        var (selectors, grouping) = PromQl.Read(query);
        var ours = selectors.Where(s => !Its.Contains(s.Metric)).ToList();
        Assert.That(ours.Where(s => !_told.Finds(s)).Select(s => $"{s.Metric} {string.Join(' ', s.Matchers)}"), Is.Empty, _told.ToString());
        Assert.That(grouping.Except(ItsLabels).Where(label => !ours.Any(s => _told.HasLabel(s.Metric, label))), Is.Empty);
    }

    [Test]
    public void A_metric_nobody_tells_is_found_out()
    {
        Assert.That(_told.Finds(PromQl.Read("sum(rate(twiga_turns_total[5m]))").Selectors[0]), Is.True);
        Assert.That(_told.Finds(PromQl.Read("twiga_turns_total{by=\"nobody\"}").Selectors[0]), Is.False);
        Assert.That(_told.Finds(PromQl.Read("twiga_nothing_total").Selectors[0]), Is.False);
        Assert.That(() => PromQl.Read("sum by (kind) twiga_turns_total"), Throws.TypeOf<FormatException>());
        Assert.That(() => PromQl.Read("rate(twiga_turns_total[5m]"), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void Every_metric_of_ours_is_shown_on_a_dashboard_or_watched_by_a_rule()
    {
        var used = Queries().SelectMany(q => PromQl.Read(q).Selectors).Select(s => Bare(s.Metric)).ToHashSet();
        var shownByNeither = new[] { "twiga_citations_unknown_total" };
        Assert.That(
            _told.Metrics.Where(m => m.StartsWith("twiga_", StringComparison.Ordinal)).Select(Bare).Distinct().Except(shownByNeither),
            Is.SubsetOf(used));
    }

    private static string Bare(string metric) =>
        new[] { "_bucket", "_count", "_sum" }.Aggregate(metric, (m, end) => m.EndsWith(end, StringComparison.Ordinal) ? m[..^end.Length] : m);

    private async Task GoodDayAsync()
    {
        await _world.SayAsync(Teacher, "What causes ocean tides?");
        await _world.QuietAsync();
        var answer = (await _world.AnswersAsync(Teacher))[^1];
        await _world.SendAsync(new Said { Teacher = Teacher, Reaction = new SaidReaction(answer.Wamid!, "👍") });
        await _world.Phone.ScriptAsync(new ScriptedReply
        {
            ToolCalls = [Call("generate_necta_style_exam", new { @class = "Geography Form 2", topics = new[] { "weathering", "ocean tides and currents", "soil" } })],
        });
        await _world.SayAsync(Teacher, "Please make a Geography Form 2 exam");
        await _world.QuietAsync();
        Assert.That((await _world.AnswersAsync(Teacher)).Select(a => a.Type), Has.Member("document"), _world.Api.Output);
    }

    private async Task BadDayAsync()
    {
        await _world.Phone.PostWebhookAsync("{}"u8.ToArray(), "wrong");
        await _world.Phone.PostWebhookAsync(Encoding.UTF8.GetBytes(
            """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[
              {"field":"messages","value":{"messages":[{"from":"255716000003","type":"text"}]}},
              {"field":"phone_number_quality_update","value":{"event":"FLAGGED"}}]}]}
            """));
        await _world.Phone.SetFaultsAsync(new FaultSet { Statuses = new StatusFaults { FailCode = 131026 } });
        await _world.Phone.BreakGraphAsync(new FaultRule { Kind = "error", On = "messages", Status = 400, Code = 131000, Next = 1 });
        await _world.Phone.ScriptAsync(
            new ScriptedReply { AfterTools = false, ToolCalls = [Call("generate_exercise", new { query = "tides", @class = "Geography Form 2" })] },
            new ScriptedReply { Schema = "exercise_draft", Status = 503, Repeat = true },
            new ScriptedReply { AfterTools = true, Content = "That did not work just now." });
        await _world.SayAsync(Busy, "Give me an exercise on tides");
        await _world.QuietAsync();
        await _world.Phone.ResetAsync();
        for (var message = 0; message < 6; message++)
            await _world.SayAsync(Busy, $"What is a tide? {message}");
        await _world.QuietAsync();
    }

    private static ScriptedCall Call(string tool, object arguments) => new(tool, JsonSerializer.SerializeToElement(arguments));

    private async Task<HttpResponseMessage> ScrapeAsync(string? key)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_world.Api.Address, "/metrics"));
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        return await http.SendAsync(request);
    }

    private static IEnumerable<string> Queries() => Rules().Concat(Dashboards()).Distinct();

    private static IEnumerable<string> Rules()
    {
        var file = new DeserializerBuilder().Build()
            .Deserialize<Dictionary<string, List<Dictionary<string, object>>>>(Ops.Read("prometheus/alerts.yaml"));
        return file["groups"].SelectMany(g => (List<object>)g["rules"])
            .Select(r => (string)((Dictionary<object, object>)r)["expr"]);
    }

    private static IEnumerable<string> Dashboards() =>
        from file in Ops.Files("grafana/dashboards", "*.json")
        from panel in JsonNode.Parse(File.ReadAllText(file))!["panels"]!.AsArray()
        from target in panel!["targets"]!.AsArray()
        select (string)target!["expr"]!;
}
