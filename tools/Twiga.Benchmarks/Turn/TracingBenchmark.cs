using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Twiga.Benchmarks.World;

namespace Twiga.Benchmarks.Turn;

/// <summary>
/// What traces cost: processor time of the Api for a turn without an OTLP endpoint, with one that takes them, and with
/// one where nobody listens, side by side in turns so that all three see the same machine.
/// </summary>
internal static class TracingBenchmark
{
    private const int Teachers = 8;
    private const int Rounds = 5;
    private const int WarmUpRounds = 4;

    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var turns = new Option<int>("--turns") { Description = "How many turns a round.", DefaultValueFactory = _ => 200 };
        var command = new Command("tracing", "Processor time of a turn with and without traces.") { turns, json };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(turns), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int turns, bool json, CancellationToken cancellationToken)
    {
        await using var collector = await StartCollectorAsync(cancellationToken);
        await using var without = await Side.StartAsync("no endpoint", null, cancellationToken);
        await using var taken = await Side.StartAsync("taken", collector.Urls.First(), cancellationToken);
        await using var nobody = await Side.StartAsync("nobody listens", ApiProcess.FreeAddress().ToString(), cancellationToken);
        Side[] sides = [without, taken, nobody];
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            foreach (var side in sides)
                await side.RunAsync(turns, round >= 0, cancellationToken);
        }

        var yardstick = without.Median;
        Report.Print("Processor time of the Api a turn, milliseconds (aim: traces cost 5 % at most)", json,
            [.. sides.Select(side => side.Row(yardstick))]);
        return 0;
    }

    /// <summary>Takes whatever comes by OTLP over HTTP, and drops it.</summary>
    private static async Task<WebApplication> StartCollectorAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http => await http.Request.Body.CopyToAsync(Stream.Null));
        await app.StartAsync(cancellationToken);
        return app;
    }

    private sealed class Side(string name, BenchmarkWorld world) : IAsyncDisposable
    {
        private readonly Exchange _exchange = new(world);
        private readonly List<double> _milliseconds = [];

        public double Median => Report.Percentile([.. _milliseconds.Order()], 0.5);

        public static async Task<Side> StartAsync(string name, string? endpoint, CancellationToken cancellationToken)
        {
            var settings = endpoint is null ? null : new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            };
            var world = await BenchmarkWorld.StartAsync(statuses: true, cancellationToken, settings);
            await world.AddTeachersAsync(Teachers, cancellationToken);
            var side = new Side(name, world);
            side._exchange.Listen();
            return side;
        }

        public async Task RunAsync(int turns, bool counts, CancellationToken cancellationToken)
        {
            var (left, before) = (turns, world.Api.ProcessorTime);
            await Task.WhenAll(Enumerable.Range(0, Teachers).Select(async teacher =>
            {
                while (Interlocked.Decrement(ref left) >= 0)
                    await _exchange.AskAsync(teacher, "What causes ocean tides?", cancellationToken);
            }));
            if (counts)
                _milliseconds.Add((world.Api.ProcessorTime - before).TotalMilliseconds / turns);
        }

        public Dictionary<string, object> Row(double yardstick) => new()
        {
            ["traces"] = name,
            ["median"] = $"{Median:0.00}",
            ["least"] = $"{_milliseconds.Min():0.00}",
            ["most"] = $"{_milliseconds.Max():0.00}",
            ["more than without"] = $"{100 * (Median / yardstick - 1):0} %",
        };

        public async ValueTask DisposeAsync()
        {
            _exchange.Dispose();
            await world.DisposeAsync();
        }
    }
}
