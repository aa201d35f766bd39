using System.Diagnostics;
using System.Net;
using Twiga.Api.Tests.World;
using Twiga.Simulator.Faults;

namespace Twiga.Api.Tests.Telemetry;

/// <summary>One turn is one trace, over both jobs, from the POST of the webhook to the POST to WhatsApp.</summary>
internal sealed class Following_a_turn
{
    private TestWorld _world = null!;
    private WatchedApi _api = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _world = await TestWorld.CreateAsync();
        _api = await WatchedApi.StartAsync(_world);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _api.DisposeAsync();
        await _world.DisposeAsync();
    }

    [TearDown]
    public async Task Calm() => await _world.Phone.ResetAsync();

    [Test]
    public async Task One_trace_leads_from_the_webhook_over_model_and_tool_to_the_send()
    {
        const string Teacher = "255715000001";
        await _world.AddTeacherAsync(Teacher, "Geography Form 2");

        await _world.SayAsync(Teacher, "What causes ocean tides?");
        await _world.AnswersAsync(Teacher, 1);
        var send = await SpanAsync(s => s.OperationName == "send");
        // a job's span ends after those in it
        foreach (var job in new[] { "AnswerTeacher", "SendMessages" })
            await SpanAsync(s => s.OperationName == job && s.Kind == ActivityKind.Consumer && s.TraceId == send.TraceId);

        var trace = Trace(send.TraceId);
        Assert.That(Names(trace), Is.SupersetOf(new[] { "POST /webhooks", "AnswerTeacher", "model", "tool", "SendMessages", "send" }));
        Assert.That(trace.Where(s => s.OperationName == "tool").Select(s => s.GetTagItem("tool.name")), Has.Member("search_knowledge"));
        Assert.That(trace.Where(s => s.OperationName == "model").Select(s => s.GetTagItem("model.tokens.input")), Has.All.Positive);
        Assert.That(
            Ancestors(send, trace).Select(s => s.DisplayName),
            Is.SupersetOf(new[] { "SendMessages", "AnswerTeacher", "POST /webhooks" }), "the way back from the send");
        Assert.That(
            trace.Where(s => s.ParentSpanId == send.SpanId).Select(s => s.GetTagItem("url.full")?.ToString()),
            Has.Some.EndsWith("/messages"), "the POST to the Graph");
    }

    [Test]
    public async Task A_turn_of_two_messages_is_linked_to_the_trace_of_the_second()
    {
        const string Teacher = "255715000002";
        await _world.AddTeacherAsync(Teacher, "Geography Form 2");
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "delay", Milliseconds = 1500, Next = 1 });

        var first = await PostAsync(Teacher, "What causes ocean tides?");
        var second = await PostAsync(Teacher, "And what is a spring tide?");
        await _world.QuietAsync();

        var turn = await SpanAsync(s => s.OperationName == "AnswerTeacher" && s.TraceId == first && s.Links.Any());
        Assert.That(turn.Links.Select(l => l.Context.TraceId), Is.EqualTo(new[] { second }));
        Assert.That(Names(Trace(first)), Has.Member("send"));
    }

    /// <summary>A webhook of a trace of its own.</summary>
    private async Task<ActivityTraceId> PostAsync(string teacher, string text)
    {
        var trace = ActivityTraceId.CreateRandom();
        using var http = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null });
        var answer = await http.ToAsync(
            _world.Api.Address,
            MetaPost.Text(_world, teacher, $"wamid.{trace}", text),
            _world.Settings["WhatsApp__AppSecret"],
            $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        Assert.That(answer, Is.EqualTo(HttpStatusCode.OK));
        return trace;
    }

    private IReadOnlyList<Activity> Spans(Func<Activity, bool> which)
    {
        lock (_api.Spans)
            return [.. _api.Spans.Where(which)];
    }

    private IReadOnlyList<Activity> Trace(ActivityTraceId trace) => Spans(s => s.TraceId == trace);

    private Task<Activity> SpanAsync(Func<Activity, bool> which) => Eventually.GetAsync(
        () => Task.FromResult(Spans(which) is [var first, ..] ? first : null!), s => s is not null, _ => string.Join('\n', Names(Spans(_ => true))));

    private static IEnumerable<string> Names(IEnumerable<Activity> spans) => spans.Select(s => s.DisplayName).Distinct();

    private static IEnumerable<Activity> Ancestors(Activity span, IReadOnlyList<Activity> trace)
    {
        while (trace.FirstOrDefault(s => s.SpanId == span.ParentSpanId) is { } parent)
            yield return span = parent;
    }
}
