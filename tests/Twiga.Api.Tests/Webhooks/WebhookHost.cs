using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Twiga.Api.Webhooks;
using Twiga.Application;
using Twiga.Infrastructure;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Api.Tests.Webhooks;

/// <summary>The edge alone on a port of its own, with its database and without workers: what is stored stays to be seen.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string Secret = "test-app-secret";
    public const string VerifyToken = "test-verify-token";

    private readonly WebApplication _app;
    private readonly NpgsqlDataSource _source;

    private WebhookHost(WebApplication app, string connection)
    {
        (_app, _source) = (app, NpgsqlDataSource.Create(connection + ";Pooling=false"));
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public static async Task<WebhookHost> StartAsync(string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Twiga"] = connection,
            ["WhatsApp:GraphUrl"] = "http://127.0.0.1:1",
            ["WhatsApp:PhoneNumberId"] = "106540352242922",
            ["WhatsApp:AccessToken"] = "none",
            ["WhatsApp:AppSecret"] = Secret,
            ["WhatsApp:VerifyToken"] = VerifyToken,
        });
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(builder.Configuration);
        var app = builder.Build();
        app.MapWebhooks();
        await app.Services.GetRequiredService<TwigaDatabase>().OpenAsync(CancellationToken.None);
        await app.StartAsync();
        return new WebhookHost(app, connection);
    }

    public static string Sign(byte[] body, string secret = Secret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret), body));

    public Task<HttpResponseMessage> PostSignedAsync(byte[] body) => PostAsync(body, Sign(body));

    public async Task<HttpResponseMessage> PostAsync(byte[] body, params string?[] signatures)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var signature in signatures)
            request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature);
        return await Http.SendAsync(request);
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var command = _source.CreateCommand($"select count(*) from {sql}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task EmptyAsync()
    {
        await using var command = _source.CreateCommand(
            "truncate teachers, inbound_messages, delivery_reports, account_events, quarantined_items, jobs cascade");
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await _source.DisposeAsync();
    }
}
