using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Twiga.Api.Tests.World;

/// <summary>A reader of voice notes and pictures on loopback that says what the test wants it to have heard and seen.</summary>
internal sealed class ReaderServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _failures;

    private ReaderServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/audio/transcriptions", (Delegate)HearAsync);
        _app.MapPost("/v1/chat/completions", (Delegate)SeeAsync);
    }

    public string Address => $"{_app.Urls.First()}/v1";

    /// <summary>What the Api needs to be set to, so that it listens and looks here.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("Transcription__Url", Address),
        ("Transcription__Model", "ear"),
        ("Vision__Url", Address),
        ("Vision__Model", "eye"),
    ];

    public string Hears { get; set; } = "";

    public string Sees { get; set; } = "";

    public List<byte[]> Heard { get; } = [];

    public List<string> Seen { get; } = [];

    public static async Task<ReaderServer> StartAsync()
    {
        var server = new ReaderServer();
        await server._app.StartAsync();
        return server;
    }

    public void FailNext(int times) => _failures = times;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> HearAsync(HttpContext http)
    {
        if (Interlocked.Decrement(ref _failures) >= 0)
            return Results.StatusCode(503);
        var form = await http.Request.ReadFormAsync();
        using var bytes = new MemoryStream();
        await form.Files.Single().CopyToAsync(bytes);
        lock (Heard)
            Heard.Add(bytes.ToArray());
        return Results.Json(new { text = Hears });
    }

    private async Task<IResult> SeeAsync(HttpContext http)
    {
        if (Interlocked.Decrement(ref _failures) >= 0)
            return Results.StatusCode(503);
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        lock (Seen)
            Seen.Add(body);
        return Results.Json(new
        {
            choices = new[] { new { message = new { role = "assistant", content = Sees } } },
            usage = new { prompt_tokens = 700, completion_tokens = 50 },
        });
    }
}
