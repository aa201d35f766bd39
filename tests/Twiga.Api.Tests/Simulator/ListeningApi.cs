using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Simulator;

internal sealed record Received(byte[] Body, string? Signature)
{
    public JsonElement Value => JsonSerializer.Deserialize<JsonElement>(Body)
        .GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value");

    public string? Text => Value.TryGetProperty("messages", out var messages)
        ? messages[0].GetProperty("text").GetProperty("body").GetString()
        : null;

    public string? Status => Value.TryGetProperty("statuses", out var statuses)
        ? statuses[0].GetProperty("status").GetString()
        : null;
}

/// <summary>Stands where the Api would and keeps the webhooks it is sent.</summary>
internal sealed class ListeningApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _refusals;
    private int _refusalStatus;

    private ListeningApi()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.MapPost("/webhooks", (Delegate)ReceiveAsync);
    }

    public Uri Address => new(_app.Urls.First());

    public ConcurrentQueue<Received> Webhooks { get; } = [];

    public static async Task<ListeningApi> StartAsync()
    {
        var api = new ListeningApi();
        await api._app.StartAsync();
        return api;
    }

    public void RefuseNext(int count, int status) => (_refusalStatus, _refusals) = (status, count);

    public async Task<IReadOnlyList<Received>> WaitForAsync(int count)
    {
        await Eventually.TrueAsync(
            () => Task.FromResult(Webhooks.Count >= count), () => $"{Webhooks.Count} of {count} webhooks came.");
        return [.. Webhooks];
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        if (Interlocked.Decrement(ref _refusals) >= 0)
            return Results.StatusCode(_refusalStatus);
        Webhooks.Enqueue(new Received(body.ToArray(), http.Request.Headers["X-Hub-Signature-256"]));
        return Results.Json(new { });
    }
}
