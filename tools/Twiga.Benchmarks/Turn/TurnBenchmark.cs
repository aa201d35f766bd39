using System.CommandLine;
using Twiga.Benchmarks.World;
using Twiga.Simulator.Faults;

namespace Twiga.Benchmarks.Turn;

/// <summary>From the webhook to the send at the Graph API, with a model that takes no time and one that takes 2 s.</summary>
internal static class TurnBenchmark
{
    private const string Question = "What causes ocean tides?";
    private const int WarmUp = 3000; // until the runtime has compiled for good what it runs

    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("turn", "Milliseconds from webhook to Graph send.") { json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellationToken)
    {
        await using var world = await BenchmarkWorld.StartAsync(statuses: true, cancellationToken);
        await world.AddTeachersAsync(100, cancellationToken);
        using var exchange = new Exchange(world);
        exchange.Listen();
        await AtOnceAsync(exchange, 20, WarmUp, TimeSpan.Zero, cancellationToken);

        var rows = new List<IReadOnlyDictionary<string, object>>
        {
            Alone("one durable commit", await Yardstick.CommitAsync(world, cancellationToken)),
            Alone("one call to the stand-in model", await Yardstick.ModelAsync(world, cancellationToken)),
        };
        rows.Add(Row("one teacher, asking again in 0.1 s", "20", await AtOnceAsync(exchange, 1, 200, TimeSpan.FromSeconds(0.1), cancellationToken)));
        rows.Add(Row("one teacher, no pause", "20", await AtOnceAsync(exchange, 1, 200, TimeSpan.Zero, cancellationToken)));
        rows.Add(Row("fifty at once, asking again in 2 s", "60", await AtOnceAsync(
            exchange, 50, 1000, TimeSpan.FromSeconds(2), cancellationToken)));
        rows.Add(Row("fifty at once, no pause", "60", await AtOnceAsync(exchange, 50, 1000, TimeSpan.Zero, cancellationToken)));
        await world.Simulator.Client.BreakModelAsync(new FaultRule { Kind = "delay", Milliseconds = 1000 });
        rows.Add(Row(
            "forty at once, model of 2 x 1 s", "6000 (all)", await AtOnceAsync(exchange, 40, 40, TimeSpan.Zero, cancellationToken)));
        Report.Print("Webhook to Graph send, milliseconds", json, rows);
        return 0;
    }

    /// <summary>
    /// So many teachers each ask again when they have read their answer, which takes from half the pause to one and a
    /// half of it, until all turns are done.
    /// </summary>
    private static async Task<List<double>> AtOnceAsync(
        Exchange exchange, int teachers, int turns, TimeSpan pause, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var left = turns;
        await Task.WhenAll(Enumerable.Range(0, teachers).Select(async teacher =>
        {
            var random = new Random(teacher);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await Task.Delay(pause * (0.5 + random.NextDouble()), cancellationToken);
                var time = await exchange.AskAsync(teacher, Question, cancellationToken);
                lock (times)
                    times.Add(time);
            }
        }));
        times.Sort();
        return times;
    }

    private static Dictionary<string, object> Alone(string what, double median) => new()
    {
        ["what"] = what, ["turns"] = "", ["p50"] = median, ["p99"] = "", ["max"] = "", ["aim p50"] = "yardstick",
    };

    private static Dictionary<string, object> Row(string what, string aim, List<double> times) => new()
    {
        ["what"] = what,
        ["turns"] = times.Count,
        ["p50"] = Report.Percentile(times, 0.5),
        ["p99"] = Report.Percentile(times, 0.99),
        ["max"] = times[^1],
        ["aim p50"] = aim,
    };
}
