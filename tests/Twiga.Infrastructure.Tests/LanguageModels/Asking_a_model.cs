using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.Tests.LanguageModels;

[TestFixture]
internal sealed class Asking_a_model
{
    private ModelServer _server = null!;

    [SetUp]
    public async Task StartAsync() => _server = await ModelServer.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [TestCase("/v1", "/v1/chat/completions")]
    [TestCase("/v1/", "/v1/chat/completions")]
    [TestCase("/api/v1", "/api/v1/chat/completions")]
    [TestCase("/v1beta/openai", "/v1beta/openai/chat/completions")]
    [TestCase("/v1beta/openai/", "/v1beta/openai/chat/completions")]
    [TestCase("", "/chat/completions")]
    [TestCase("/v1/chat/completions", "/v1/chat/completions")]
    public async Task Goes_to_the_address_that_operators_give(string path, string expected)
    {
        _server.Says("Hello.");
        await using var models = Models.With(
            null, ("LanguageModel__Url", _server.Address + path), ("LanguageModel__Model", "small"));

        var answer = await models.AskAsync();

        Assert.That(answer.Text, Is.EqualTo("Hello."));
        Assert.That(_server.Paths, Is.EqualTo(new[] { expected }));
    }

    [Test]
    public async Task Sends_key_model_temperature_and_limit()
    {
        _server.Says("Hello.");
        await using var models = Models.At(
            _server,
            ("LanguageModel__ApiKey", "sk-1"),
            ("LanguageModel__Temperature", "0"),
            ("LanguageModel__MaxOutputTokens", "300"));

        await models.AskAsync();

        Assert.That(_server.Keys, Is.EqualTo(new[] { "Bearer sk-1" }));
        Assert.That(_server.Requests[0]["model"]!.GetValue<string>(), Is.EqualTo("small"));
        Assert.That(_server.Requests[0]["temperature"]!.GetValue<double>(), Is.Zero);
        Assert.That(_server.Requests[0]["max_completion_tokens"]!.GetValue<int>(), Is.EqualTo(300));
    }

    [Test]
    public async Task Sends_no_authorization_without_a_key()
    {
        _server.Says("Hello.");
        await using var models = Models.At(_server);

        await models.AskAsync();

        Assert.That(_server.Keys, Is.EqualTo(new string?[] { null }));
    }

    [TestCase(429, typeof(ModelUnavailableException))]
    [TestCase(500, typeof(ModelUnavailableException))]
    [TestCase(503, typeof(ModelUnavailableException))]
    [TestCase(401, typeof(ModelKeyRefusedException))]
    [TestCase(402, typeof(ModelKeyRefusedException))]
    [TestCase(400, typeof(ModelRequestRefusedException))]
    [TestCase(404, typeof(ModelRequestRefusedException))]
    public async Task Tells_failures_apart_by_status_and_asks_once(int status, Type expected)
    {
        _server.Sends(status, """{"error":{"message":"You wrote: secret words","code":"oops"}}""");
        await using var models = Models.At(_server);

        var fault = (await Assert.CatchAsync<ModelException>(() => models.AskAsync()))!;

        Assert.That(fault, Is.TypeOf(expected));
        Assert.That(fault.Status, Is.EqualTo(status));
        Assert.That(fault.Message, Does.Contain("oops").And.Not.Contain("secret"));
        Assert.That(_server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(500, "<html>Bad gateway</html>", "text/html")]
    [TestCase(200, "<html>Login</html>", "text/html")]
    [TestCase(200, "", "application/json")]
    [TestCase(200, "[]", "application/json")]
    [TestCase(200, """{"choices":[]}""", "application/json")]
    [TestCase(200, """{"error":{"message":"x","code":503}}""", "application/json")]
    public async Task Takes_nonsense_for_a_passing_fault(int status, string body, string type)
    {
        _server.Sends(status, body, type);
        await using var models = Models.At(_server);

        await Assert.ThrowsAsync<ModelUnavailableException>(() => models.AskAsync());
    }

    [Test]
    public async Task Takes_a_dropped_connection_for_a_passing_fault()
    {
        _server.DropsTheConnection();
        await using var models = Models.At(_server);

        await Assert.ThrowsAsync<ModelUnavailableException>(() => models.AskAsync());
    }

    [Test]
    public async Task Gives_an_attempt_sixty_seconds()
    {
        var (time, reached) = (new FakeTimeProvider(), new TaskCompletionSource());
        _server.Hangs(reached);
        await using var models = Models.With(
            time, ("LanguageModel__Url", _server.Address + "/v1"), ("LanguageModel__Model", "small"));

        var asking = models.AskAsync();
        await reached.Task;
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.That(asking.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<ModelUnavailableException>(() => asking);
    }

    [Test]
    public async Task Stops_when_the_asker_stops()
    {
        var reached = new TaskCompletionSource();
        _server.Hangs(reached);
        await using var models = Models.At(_server);
        using var stop = new CancellationTokenSource();

        var asking = models.GetRequiredService<ILanguageModels>().For("x").GetResponseAsync("Hi", null, stop.Token);
        await reached.Task;
        await stop.CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(() => asking);
    }

    [TestCase("""{"role":"assistant","content":[{"type":"text","text":"Hel"},{"type":"text","text":"lo"}]}""", "Hello")]
    [TestCase("""{"content":"Hello"}""", "Hello")]
    [TestCase("""{"role":"assistant","content":null}""", "")]
    [TestCase("""{"role":"model","content":{"text":"Hello"},"refusal":null}""", "Hello")]
    public async Task Reads_words_in_whatever_shape_they_come(string message, string expected)
    {
        _server.SaysMessage(message);
        await using var models = Models.At(_server);

        Assert.That((await models.AskAsync()).Text, Is.EqualTo(expected));
    }

    [Test]
    public async Task Counts_the_tokens_of_all_calls_of_a_turn()
    {
        _server.Says("One.");
        await using var models = Models.At(_server);

        using var tally = TokenTally.Start();
        await Task.WhenAll(models.AskAsync(), models.AskAsync(use: "solve_equation"));

        Assert.That((tally.Input, tally.Output), Is.EqualTo((22, 14)));
    }

    [Test]
    public async Task Estimates_tokens_where_the_provider_counts_none()
    {
        _server.Sends(200, """{"choices":[{"message":{"role":"assistant","content":"Hello there."}}]}""");
        await using var models = Models.At(_server);

        using var tally = TokenTally.Start();
        await models.AskAsync("How are you?");

        Assert.That((tally.Input, tally.Output), Is.EqualTo((4, 3)));
    }

    [Test]
    public async Task Keeps_optional_arguments_of_tools_optional()
    {
        _server.Says("Hello.");
        await using var models = Models.At(_server);
        var tool = new Tool(
            """
            {"type":"object","required":["phrase"],"additionalProperties":false,"properties":{
              "phrase":{"type":"string"},"limit":{"type":["integer","null"],"minimum":1},
              "kind":{"type":["string","null"],"enum":["essay","matching",null]}}}
            """);

        await models.AskAsync(options: new ChatOptions { Tools = [tool] });

        var sent = _server.Requests[0]["tools"]![0]!["function"]!["parameters"]!;
        Assert.That(sent["required"]!.ToJsonString(), Is.EqualTo("""["phrase"]"""));
        Assert.That(sent["properties"]!["limit"]!["type"]!.GetValue<string>(), Is.EqualTo("integer"));
        Assert.That(sent["properties"]!["kind"]!["enum"]!.ToJsonString(), Is.EqualTo("""["essay","matching"]"""));
    }

    [Test]
    public async Task Sends_known_tools_just_as_it_sent_them_first()
    {
        _server.Says("Hello.");
        await using var models = Models.At(_server);
        const string Schema = """{"type":"object","required":["phrase"],"properties":{"phrase":{"type":"string"}}}""";
        const string Other = """{"type":"object","required":["word"],"properties":{"word":{"type":"string"}}}""";

        foreach (var schema in new[] { Schema, Schema, Other, Schema })
            await models.AskAsync(options: new ChatOptions { Tools = [new Tool(schema)] });
        await models.AskAsync();

        var requests = _server.Requests.ToList();
        Assert.That(requests[0]["tools"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(JsonNode.DeepEquals(requests[1], requests[0]), Is.True, $"{requests[0].ToJsonString()}\n{requests[1].ToJsonString()}");
        Assert.That(requests[2]["tools"]![0]!["function"]!["parameters"]!["required"]!.ToJsonString(), Is.EqualTo("""["word"]"""));
        Assert.That(JsonNode.DeepEquals(requests[3], requests[0]), Is.True, requests[3].ToJsonString());
        Assert.That(requests[4]["tools"], Is.Null);
    }

    [Test]
    public async Task Keeps_words_and_calls_of_one_message_together()
    {
        _server.Says("Done.");
        await using var models = Models.At(_server);

        await models.GetRequiredService<ILanguageModels>().For("converse").GetResponseAsync(
        [
            new ChatMessage(ChatRole.User, "Mawimbi ni nini?"),
            new ChatMessage(ChatRole.Assistant, [new TextContent("I look."), new FunctionCallContent("1", "look")]),
            new ChatMessage(ChatRole.Tool, [new FunctionResultContent("1", "seen")]),
        ]);

        var messages = _server.Requests[0]["messages"]!.AsArray();
        Assert.That(messages, Has.Count.EqualTo(3));
        Assert.That(messages[1]!["content"]!.GetValue<string>(), Is.EqualTo("I look."));
        Assert.That(messages[1]!["tool_calls"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [TestCase("\"{\\\"a\\\":1}\"", """{"a":1}""")]
    [TestCase("\"{\\\"a\\\":1,}\"", """{"a":1}""")]
    [TestCase("""{"a":1}""", """{"a":1}""")]
    [TestCase("\"\"", "{}")]
    [TestCase("null", "{}")]
    [TestCase("\"{broken\"", """{"$broken":"{broken"}""")]
    [TestCase("\"[1]\"", """{"$broken":"[1]"}""")]
    public async Task Reads_arguments_of_tool_calls_whatever_they_are(string arguments, string expected)
    {
        var function = $$"""{"name":"look","arguments":{{arguments}} }""";
        _server.SaysMessage(
            $$"""
            {"role":"assistant","tool_calls":[{"function":{{function}} },{"id":"","function":{{function}} },{"id":"x"},null]}
            """);
        await using var models = Models.At(_server);

        var answer = await models.AskAsync();

        var calls = answer.Messages.Single().Contents.OfType<FunctionCallContent>().ToList();
        Assert.That(calls.Select(c => c.CallId).Where(id => id.Length > 0).Distinct().Count(), Is.EqualTo(2));
        Assert.That(
            calls.Select(c => JsonSerializer.Serialize(c.Arguments)), Is.All.EqualTo(JsonNode.Parse(expected)!.ToJsonString()));
    }

    [Test]
    public async Task Asks_again_with_the_schema_in_the_prompt_where_response_format_is_refused()
    {
        _server.Sends(400, """{"error":{"message":"response_format is not supported"}}""").Says("one").Says("two");
        await using var models = Models.At(_server);
        using var schema = JsonDocument.Parse("""{"type":"object","properties":{"points":{"type":"integer"}}}""");
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema.RootElement, "marks") };

        Assert.That((await models.AskAsync(options: options)).Text, Is.EqualTo("one"));
        Assert.That((await models.AskAsync(options: options)).Text, Is.EqualTo("two"));

        Assert.That(_server.Requests, Has.Count.EqualTo(3));
        Assert.That(_server.Requests[0]["response_format"]!["type"]!.GetValue<string>(), Is.EqualTo("json_schema"));
        Assert.That(_server.Requests.Skip(1).Select(r => r["response_format"]), Is.All.Null);
        Assert.That(_server.Requests[2]["messages"]!.AsArray()[^1]!["content"]!.GetValue<string>(), Does.Contain("points"));
    }

    private sealed class Tool(string schema) : AIFunction
    {
        public override string Name => "look";

        public override JsonElement JsonSchema { get; } = JsonDocument.Parse(schema).RootElement;

        protected override ValueTask<object?> InvokeCoreAsync(
            AIFunctionArguments arguments, CancellationToken cancellationToken) => default;
    }
}
