using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Twiga.Benchmarks.Ingest;

/// <summary>The yardstick: a minimal API that checks nothing, reads one message and stores it by one insert.</summary>
internal static class BareServer
{
    public const string Name = "ingest-bare";

    public const string Table =
        """
        create table bare_messages (id bigint generated always as identity primary key, wamid text not null unique,
          sender text not null, body text not null, payload text not null, received_at timestamptz not null)
        """;

    private const string Insert =
        """
        insert into bare_messages (wamid, sender, body, payload, received_at) values ($1, $2, $3, $4, now())
        on conflict (wamid) do nothing
        """;

    public static Command Command()
    {
        var url = new Option<string>("--url") { Required = true };
        var connection = new Option<string>("--connection") { Required = true };
        var command = new Command(Name, "The bare server of 'ingest'.") { url, connection };
        command.Hidden = true;
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(url)!, parsed.GetValue(connection)!));
        return command;
    }

    private static async Task RunAsync(string url, string connection)
    {
        await using var database = NpgsqlDataSource.Create(connection + ";Max Auto Prepare=10;Auto Prepare Min Usages=1");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.MapPost("/webhooks", async (HttpRequest request) =>
        {
            using var document = await JsonDocument.ParseAsync(request.Body);
            var message = document.RootElement.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value")
                .GetProperty("messages")[0];
            await using var command = database.CreateCommand(Insert);
            command.Parameters.Add(new() { Value = message.GetProperty("id").GetString() });
            command.Parameters.Add(new() { Value = message.GetProperty("from").GetString() });
            command.Parameters.Add(new() { Value = message.GetProperty("text").GetProperty("body").GetString() });
            command.Parameters.Add(new() { Value = message.GetRawText() });
            await command.ExecuteNonQueryAsync();
            return Results.Ok();
        });
        app.MapGet("/health/ready", () => Results.Ok());
        await app.RunAsync();
    }
}
