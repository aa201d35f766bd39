using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Twiga.Infrastructure.Persistence.Embedded;

namespace Twiga.Benchmarks.Ingest;

/// <summary>PostgreSQL's own load generator, inserting the row of the bare server.</summary>
internal static class Pgbench
{
    private const string Script =
        """
        \set n random(1, 9223372036854775806)
        insert into bare_messages (wamid, sender, body, payload, received_at)
        values ('wamid.HBgMMjU1NzAwMDAwMDAxFQIAEhgU' || :n, '255730000001',
          'Naomba mazoezi ya Jiografia kidato cha pili kuhusu mawimbi ya bahari na kupwa na kujaa kwa maji',
          repeat('x', 330), now())
        on conflict (wamid) do nothing;
        """;

    /// <returns>Null where this PostgreSQL came without it.</returns>
    public static async Task<Measured?> RunAsync(
        string connection, int clients, TimeSpan duration, Func<TimeSpan> cost, CancellationToken cancellationToken)
    {
        var before = cost();
        var program = (await PostgresPrograms.FindAsync(null, cancellationToken))["pgbench"];
        if (!File.Exists(program))
            return null;

        var folder = Directory.CreateTempSubdirectory("twiga-pgbench-");
        try
        {
            var script = Path.Combine(folder.FullName, "insert.sql");
            await File.WriteAllTextAsync(script, Script, cancellationToken);
            await StartAsync(program, folder.FullName, script, connection, clients, duration, cancellationToken);
            var times = new List<double>();
            foreach (var log in folder.EnumerateFiles("times*"))
            {
                await foreach (var line in File.ReadLinesAsync(log.FullName, cancellationToken))
                    times.Add(double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) / 1000);
            }

            return new Measured(times, duration, cost() - before);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task StartAsync(
        string program, string folder, string script, string connection, int clients, TimeSpan duration,
        CancellationToken cancellationToken)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        string[] words =
        [
            "-n", "-M", "prepared", "-f", script, "-c", $"{clients}", "-j", "2", "-T", $"{(int)duration.TotalSeconds}", "-l",
            "--log-prefix=times", "-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, to.Database!,
        ];
        var start = new ProcessStartInfo(program, words)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"pgbench: {await complaint}");
    }
}
