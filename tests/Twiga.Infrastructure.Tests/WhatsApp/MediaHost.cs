using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Twiga.Infrastructure.Tests.WhatsApp;

/// <summary>WhatsApp's two doors to a medium, on loopback: one tells an address, the other gives the bytes.</summary>
internal sealed class MediaHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MediaHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/v25.0/{id}", (Delegate)Resolve);
        _app.MapGet("/bytes", (Delegate)Give);
    }

    public string Address => _app.Urls.First();

    public byte[] Content { get; set; } = [];

    public Func<object> Tells { get; set; } = () => new { };

    /// <summary>How often the address has lapsed before it is fetched.</summary>
    public int Lapses { get; set; }

    public int? Refuses { get; set; }

    public int Resolved { get; private set; }

    public List<string> Tokens { get; } = [];

    public static async Task<MediaHost> StartAsync()
    {
        var host = new MediaHost();
        await host._app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Resolve(HttpContext http)
    {
        Resolved++;
        Tokens.Add(http.Request.Headers.Authorization.ToString());
        return Refuses is { } code
            ? Results.Json(new { error = new { code, message = "refused" } }, statusCode: code == 190 ? 401 : 400)
            : Results.Json(Tells());
    }

    private IResult Give(HttpContext http)
    {
        Tokens.Add(http.Request.Headers.Authorization.ToString());
        return Lapses-- > 0 ? Results.NotFound() : Results.Bytes(Content, "image/png");
    }
}
