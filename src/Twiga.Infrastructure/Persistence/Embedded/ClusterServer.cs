namespace Twiga.Infrastructure.Persistence.Embedded;

/// <summary>The server of one data folder: running, started, restarted, stopped. Its callers hold the lock.</summary>
internal sealed class ClusterServer
{
    private const long LongestLog = 16 * 1024 * 1024;

    // PostgreSQL notes how it was started: that tells our servers from one started by hand, which we leave alone.
    private const string Mark = "twiga.started=on";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly EmbeddedPostgresOptions options;
    private readonly PostgresPrograms programs;
    private readonly Account account;

    private ClusterServer(string folder, EmbeddedPostgresOptions options, PostgresPrograms programs, Account account)
    {
        Folder = folder;
        (this.options, this.programs, this.account) = (options, programs, account);
    }

    public string Folder { get; }

    private string Log => ClusterFolder.LogOf(Folder);

    private bool IsOurs => File.Exists(OptionsOfTheServer)
        && File.ReadAllText(OptionsOfTheServer).Contains(Mark, StringComparison.Ordinal);

    private string OptionsOfTheServer => Path.Combine(Folder, "postmaster.opts");

    public static async Task<ClusterServer> ForAsync(
        string folder, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var programs = await PostgresPrograms.FindAsync(options.Programs, cancellationToken);
        return new ClusterServer(folder, options, programs, await Account.ChooseAsync(folder, cancellationToken));
    }

    /// <summary>Joins the server that runs, or starts one; the folder of its socket.</summary>
    public async Task<string> EnsureRunningAsync(CancellationToken cancellationToken)
    {
        if (await SettledAsync(cancellationToken) is { } running)
        {
            options.Logger.Joined(Folder, running.ProcessId);
            return SocketOf(running);
        }

        var cluster = new ClusterFolder(Folder, programs, account);
        var socket = await cluster.PrepareAsync(options.Settings, cancellationToken);
        Postmaster.ForgetAbandoned(Folder, socket);
        if (new FileInfo(Log) is { Exists: true, Length: > LongestLog } log)
        {
            log.Delete();
        }

        await PgCtlAsync(["start", "-l", Log, "-o", $"-c {Mark}"], cancellationToken);
        return await StartedAsync(cancellationToken);
    }

    public async Task RestartAsync(bool abruptly, CancellationToken cancellationToken)
    {
        await account.ReachAsync([Folder, programs["pg_ctl"]], cancellationToken);
        await PgCtlAsync(["restart", "-l", Log, "-o", $"-c {Mark}", "-m", abruptly ? "immediate" : "fast"], cancellationToken);
        await StartedAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Postmaster.Running(Folder) is not null && IsOurs)
        {
            await account.ReachAsync([Folder, programs["pg_ctl"]], cancellationToken);
            await PgCtlAsync(["stop", "-m", "fast"], cancellationToken);
            ClusterFolder.RemoveElsewhere(Folder);
            options.Logger.Stopped(Folder);
        }
    }

    private async Task<string> StartedAsync(CancellationToken cancellationToken)
    {
        var running = await SettledAsync(cancellationToken) ?? throw DidNotStart();
        options.Logger.Started(Folder, running.ProcessId);
        return SocketOf(running);
    }

    private string SocketOf(Postmaster running) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(running.SocketFolder, Folder));

    private async Task<Postmaster?> SettledAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (Postmaster.Running(Folder) is { } running)
        {
            if (running.Ready)
            {
                return running;
            }

            if (TimeProvider.System.GetElapsedTime(began) > options.Patience)
            {
                throw new EmbeddedPostgresException(
                    $"The database in '{Folder}' is not ready after {options.Patience.TotalSeconds:0} s; see '{Log}'.");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        return null;
    }

    // After a kill -9 the server's children need a moment to notice; until then the folder counts as in use.
    private async Task PgCtlAsync(string[] words, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var before = new FileInfo(Log) is { Exists: true } log ? log.Length : 0;
            var answer = await account.RunAsync(
                cancellationToken,
                [programs["pg_ctl"], .. words, "-D", Folder, "-s", "-w", "-t", $"{options.Patience.TotalSeconds:0}"]);
            if (answer.Worked)
            {
                return;
            }

            var added = LogSince(before);
            if (!added.Contains("is still in use", StringComparison.Ordinal)
                || TimeProvider.System.GetElapsedTime(began) > options.Patience)
            {
                throw DidNotStart(added, answer.Complaint);
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private string LogSince(long position)
    {
        if (!File.Exists(Log))
        {
            return "";
        }

        using var reader = new StreamReader(Log);
        reader.BaseStream.Seek(position, SeekOrigin.Begin);
        return reader.ReadToEnd();
    }

    private EmbeddedPostgresException DidNotStart(string log = "", string complaint = "")
    {
        var fatal = string.Join('\n', log.Split('\n').Where(line => line.Contains("FATAL", StringComparison.Ordinal)));
        var reason = ClusterFolder.LastLine(fatal.Length > 0 ? fatal : complaint);
        return new EmbeddedPostgresException($"PostgreSQL does not run in '{Folder}' (its log is '{Log}'): {reason}");
    }
}
