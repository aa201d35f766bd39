using System.Diagnostics;
using System.Globalization;

namespace Twiga.Benchmarks.Ingest;

/// <summary>Processor time of a server and of PostgreSQL: what a webhook costs, however busy the machine is.</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100; // USER_HZ of Linux

    public static TimeSpan Of(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>All processes of the cluster in a folder; zero where there is no /proc.</summary>
    public static TimeSpan OfCluster(string folder)
    {
        var pid = File.ReadLines(Path.Combine(folder, "postmaster.pid")).First();
        var ticks = 0L;
        foreach (var process in Directory.Exists("/proc") ? Directory.GetDirectories("/proc", "*") : [])
        {
            if (Fields(process) is { } fields && (fields[1] == pid || Path.GetFileName(process) == pid))
                ticks += fields[11..13].Sum(Number) + (Path.GetFileName(process) == pid ? fields[13..15].Sum(Number) : 0);
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    // What follows the name, which stands in brackets and may hold spaces: state, parent, …, utime, stime, and
    // those of children that have ended.
    private static string[]? Fields(string process)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
