using System.CommandLine;
using Twiga.Benchmarks.World;

namespace Twiga.Benchmarks.Ingest;

/// <summary>Durable acknowledgements of webhooks beside a bare insert a request and beside pgbench, in one run.</summary>
internal static class IngestBenchmark
{
    private const int Rounds = 2;
    private static readonly int[] Connections = [1, 16, 64];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("ingest", "Durable acknowledgements of webhooks per second, about a minute.") { json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellationToken)
    {
        await using var world = await IngestWorld.StartAsync(cancellationToken);
        var bare = new Target(world.Bare, 1, world.CostOfBare);
        var twiga = new Target(world.Twiga, 1, world.CostOfTwiga);
        var ten = new Target(world.Twiga, 10, world.CostOfTwiga);
        foreach (var target in new[] { bare, twiga, ten })
            await Load.RunAsync(target, 16, WarmUp, cancellationToken);

        var rows = new List<IReadOnlyDictionary<string, object>>();
        foreach (var connections in Connections)
        {
            var (theirs, ours) = await AlternatelyAsync(world, bare, twiga, connections, cancellationToken);
            rows.Add(Row("bare minimal API, one insert", connections, theirs, 1, "yardstick"));
            rows.Add(Row("Twiga: signature, message, job", connections, ours, ours.PerSecond / theirs.PerSecond, Aim(connections)));
            if (await Pgbench.RunAsync(world.Connection, connections, Round, world.CostOfDatabase, cancellationToken) is { } inserts)
            {
                rows.Add(Row(
                    "pgbench, the same row", connections, Measured.All([inserts]), inserts.PerSecond / theirs.PerSecond, "yardstick"));
            }
        }

        foreach (var connections in new[] { 1, 16 })
        {
            var (one, many) = await AlternatelyAsync(world, twiga, ten, connections, cancellationToken);
            rows.Add(Row("Twiga: POSTs of one message", connections, one, 1, "yardstick"));
            rows.Add(Row(
                "Twiga: POSTs of ten messages", connections, many, many.PerSecond / one.PerSecond, "ratio at least 0.5"));
        }

        Report.Print("Webhooks stored and answered, fsync on", json, rows);
        return 0;
    }

    // In turn, so that a noisy neighbour on the machine disturbs both.
    private static async Task<(Measured One, Measured Other)> AlternatelyAsync(
        IngestWorld world, Target one, Target other, int connections, CancellationToken cancellationToken)
    {
        List<Measured> first = [], second = [];
        for (var round = 0; round < Rounds; round++)
        {
            await world.EmptyAsync(cancellationToken);
            first.Add(await Load.RunAsync(one, connections, Round, cancellationToken));
            second.Add(await Load.RunAsync(other, connections, Round, cancellationToken));
        }

        return (Measured.All(first), Measured.All(second));
    }

    private static string Aim(int connections) => connections switch
    {
        16 => "ratio at least 1, p99 < 40",
        64 => "ratio at least 1.5, p99 < 40",
        _ => "",
    };

    private static Dictionary<string, object> Row(
        string what, int connections, Measured measured, double ratio, string aim) => new()
        {
            ["what"] = what,
            ["connections"] = connections,
            ["per second"] = Math.Round(measured.PerSecond),
            ["p50 ms"] = Math.Round(Report.Percentile(measured.Times, 0.5), 2),
            ["p99 ms"] = Math.Round(Report.Percentile(measured.Times, 0.99), 2),
            ["processor ms"] = Math.Round(measured.CostOfOne, 3),
            ["ratio"] = Math.Round(ratio, 2),
            ["aim"] = aim,
        };
}
