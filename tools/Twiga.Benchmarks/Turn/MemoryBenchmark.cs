using System.CommandLine;
using Twiga.Benchmarks.World;

namespace Twiga.Benchmarks.Turn;

/// <summary>Resident memory of the Api over many turns: it must stay flat.</summary>
internal static class MemoryBenchmark
{
    private const int Teachers = 50;
    private const int Steps = 10;

    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var turns = new Option<int>("--turns") { Description = "How many turns.", DefaultValueFactory = _ => 10_000 };
        var command = new Command("memory", "Resident memory of the Api while it answers.") { turns, json };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(turns), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int turns, bool json, CancellationToken cancellationToken)
    {
        await using var world = await BenchmarkWorld.StartAsync(statuses: true, cancellationToken);
        await world.AddTeachersAsync(Teachers, cancellationToken);
        using var exchange = new Exchange(world);
        exchange.Listen();
        var rows = new List<IReadOnlyDictionary<string, object>> { Row(0, world) };
        for (var step = 1; step <= Steps; step++)
        {
            var left = turns / Steps;
            await Task.WhenAll(Enumerable.Range(0, Teachers).Select(async teacher =>
            {
                while (Interlocked.Decrement(ref left) >= 0)
                    await exchange.AskAsync(teacher, "What causes ocean tides?", cancellationToken);
            }));
            rows.Add(Row(step * turns / Steps, world));
        }

        Report.Print("Resident memory of the Api (aim: flat, under 300 MB)", json, rows);
        return 0;
    }

    private static Dictionary<string, object> Row(int turns, BenchmarkWorld world) => new()
    {
        ["turns"] = turns,
        ["resident MB"] = world.Api.ResidentBytes / 1048576.0,
        ["processor seconds"] = world.Api.ProcessorTime.TotalSeconds,
    };
}
