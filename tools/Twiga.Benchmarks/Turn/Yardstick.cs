using System.Diagnostics;
using System.Net.Http.Json;
using Twiga.Benchmarks.World;

namespace Twiga.Benchmarks.Turn;

/// <summary>What a turn cannot do without, measured alone: a durable commit, and a question to the stand-in.</summary>
internal static class Yardstick
{
    private const int Times = 100;

    public static async Task<double> CommitAsync(BenchmarkWorld world, CancellationToken cancellationToken)
    {
        await using var connection = await world.Database.OpenConnectionAsync(cancellationToken);
        await using var create = connection.CreateCommand();
        create.CommandText = "create table if not exists yardstick (id bigint generated always as identity, words text)";
        await create.ExecuteNonQueryAsync(cancellationToken);
        return await MedianAsync(async () =>
        {
            await using var insert = connection.CreateCommand();
            insert.CommandText = "insert into yardstick (words) values ('a row')";
            await insert.ExecuteNonQueryAsync(cancellationToken);
        });
    }

    public static async Task<double> ModelAsync(BenchmarkWorld world, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var body = new { model = "stand-in", messages = new[] { new { role = "user", content = "Hello" } } };
        return await MedianAsync(async () =>
        {
            using var answer = await http.PostAsJsonAsync(
                new Uri(world.Simulator.ModelAddress + "/chat/completions"), body, cancellationToken);
            answer.EnsureSuccessStatusCode();
        });
    }

    private static async Task<double> MedianAsync(Func<Task> action)
    {
        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await action();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return Report.Percentile(times, 0.5);
    }
}
