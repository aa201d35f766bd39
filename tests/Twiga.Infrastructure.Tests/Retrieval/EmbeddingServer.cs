using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Twiga.Infrastructure.Tests.Retrieval;

/// <summary>An embedder on loopback; it can be held up, made to fail, and changed to give other vectors.</summary>
internal sealed class EmbeddingServer : IAsyncDisposable
{
    public const int Dimensions = 8;

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private int _texts;
    private int _failures;

    private EmbeddingServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Url => _app.Urls.First() + "/v1";

    /// <summary>The second number of every vector.</summary>
    public int Version { get; set; } = 1;

    public int Sends { get; set; } = Dimensions;

    /// <summary>Answers to more texts than this wait for ever.</summary>
    public int HoldsAfter { get; set; } = int.MaxValue;

    public int Texts => Volatile.Read(ref _texts);

    public int FailuresLeft => Math.Max(0, Volatile.Read(ref _failures));

    public static async Task<EmbeddingServer> StartAsync()
    {
        var server = new EmbeddingServer();
        await server._app.StartAsync();
        return server;
    }

    public void FailNext(int times) => Volatile.Write(ref _failures, times);

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body);
        var texts = body!["input"] is JsonArray many ? many.Select(t => t!.GetValue<string>()).ToList() : [body["input"]!.GetValue<string>()];
        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            context.Response.StatusCode = 503;
            await context.Response.WriteAsync("""{"error":{"message":"busy"}}""");
            return;
        }

        lock (_gate)
            _texts += texts.Count;
        if (Texts > HoldsAfter)
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        var data = texts.Select((text, index) => new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = index,
            ["embedding"] = new JsonArray([.. Vector(text).Select(v => (JsonNode)v)]),
        });
        var answer = new JsonObject
        {
            ["object"] = "list",
            ["model"] = "made",
            ["data"] = new JsonArray([.. data]),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 },
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private IEnumerable<double> Vector(string text) =>
        Enumerable.Range(0, Sends).Select(i => i == 0 ? text.Length % 97 : i == 1 ? 100.0 * Version : text[(i * 7) % text.Length] % 13);
}
