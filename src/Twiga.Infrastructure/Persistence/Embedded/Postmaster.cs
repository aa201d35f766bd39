namespace Twiga.Infrastructure.Persistence.Embedded;

/// <summary>What <c>postmaster.pid</c> says of the server of a data folder.</summary>
internal sealed record Postmaster(
    int ProcessId, string DataFolder, string Started, string SocketFolder, string Status)
{
    // No process has this number, so PostgreSQL sees an abandoned lock and still looks whether
    // something is attached to the shared memory that the file names.
    private const int Nobody = int.MaxValue - 1;

    public bool Ready => Status == "ready";

    public bool Stopping => Status == "stopping";

    private static string LockIn(string folder) => Path.Combine(folder, "postmaster.pid");

    /// <summary>The server that runs in the folder now, or null.</summary>
    public static Postmaster? Running(string folder) =>
        Parse(LockIn(folder)) is { } found && found.IsAlive() ? found : null;

    /// <summary>After a power loss the number in the file may belong to some other process by now, and PostgreSQL
    /// would not start beside it.</summary>
    public static void ForgetAbandoned(string folder, string socketFolder)
    {
        var file = LockIn(folder);
        File.Delete(Path.Combine(socketFolder, ".s.PGSQL.5432.lock"));
        if (!File.Exists(file))
        {
            return;
        }

        var lines = File.ReadAllLines(file);
        if (Parse(file) is not { } found)
        {
            File.Delete(file);
        }
        else if (!found.IsAlive() && lines[0] != $"{Nobody}")
        {
            File.WriteAllLines(file, [$"{Nobody}", .. lines[1..]]);
        }
    }

    private static Postmaster? Parse(string file)
    {
        try
        {
            var lines = File.ReadAllLines(file);
            return lines.Length > 0 && int.TryParse(lines[0], out var id) && id > 0
                ? new Postmaster(id, Line(1), Line(2), Line(4), Line(7))
                : null;

            string Line(int index) => index < lines.Length ? lines[index].Trim() : "";
        }
        catch (IOException)
        {
            return null;
        }
    }

    private bool IsAlive()
    {
        if (!Directory.Exists("/proc/self"))
        {
            return IsAnyProcess();
        }

        try
        {
            var stat = File.ReadAllText($"/proc/{ProcessId}/stat");
            var name = stat[(stat.IndexOf('(', StringComparison.Ordinal) + 1)..stat.LastIndexOf(')')];
            var state = stat[stat.LastIndexOf(')') + 2];
            return name is "postgres" or "postmaster" && state is not ('Z' or 'X') && IsAtHome();
        }
        catch (IOException)
        {
            return false;
        }
    }

    // Another cluster's server may have got the same number.
    private bool IsAtHome()
    {
        try
        {
            return Parse($"/proc/{ProcessId}/cwd/postmaster.pid") is { } there
                && there.ProcessId == ProcessId && there.DataFolder == DataFolder && there.Started == Started;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    private bool IsAnyProcess()
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(ProcessId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
