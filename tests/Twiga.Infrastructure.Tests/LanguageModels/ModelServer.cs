using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Twiga.Infrastructure.Tests.LanguageModels;

/// <summary>A provider on loopback that answers each request with the next thing it was told, the last for ever.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();

    private ModelServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address => _app.Urls.First();

    public List<string> Paths { get; } = [];

    public List<string?> Keys { get; } = [];

    public List<JsonObject> Requests { get; } = [];

    public static async Task<ModelServer> StartAsync()
    {
        var server = new ModelServer();
        await server._app.StartAsync();
        return server;
    }

    public ModelServer Says(string text) => Sends(200, Completion($$"""{"role":"assistant","content":"{{text}}"}"""));

    public ModelServer SaysMessage(string message) => Sends(200, Completion(message));

    public ModelServer Sends(int status, string body, string type = "application/json")
    {
        _script.Enqueue(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            return context.Response.WriteAsync(body);
        });
        return this;
    }

    public ModelServer DropsTheConnection()
    {
        _script.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        return this;
    }

    public ModelServer Hangs(TaskCompletionSource? reached = null)
    {
        _script.Enqueue(async context =>
        {
            reached?.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        return this;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static string Completion(string message) =>
        $$"""
        {"id":"c","model":"served","choices":[{"index":0,"message":{{message}},"finish_reason":"stop"}],
         "usage":{"prompt_tokens":11,"completion_tokens":7,"total_tokens":18} }
        """;

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body);
        Func<HttpContext, Task> next;
        lock (_script)
        {
            Paths.Add(context.Request.Path);
            Keys.Add(context.Request.Headers.Authorization.FirstOrDefault());
            Requests.Add(body!.AsObject());
            next = _script.Count > 1 && _script.TryDequeue(out var taken) ? taken : _script.First();
        }

        await next(context);
    }
}
