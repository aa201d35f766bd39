using System.Security.Cryptography;
using System.Text;

namespace Twiga.Infrastructure.Persistence.Embedded;

/// <summary>The data folder: how it is made, what its settings are, where its socket is.</summary>
internal sealed class ClusterFolder(string folder, PostgresPrograms programs, Account account)
{
    // A socket's address holds 108 bytes with the zero at its end.
    private const int LongestSocketPath = 107;
    private const string SettingsFile = "twiga.conf";

    private static readonly Dictionary<string, string> OwnSettings = new()
    {
        ["cluster_name"] = "twiga",
        ["listen_addresses"] = "",
        ["unix_socket_permissions"] = "0700",
        ["max_connections"] = "150",
        ["shared_buffers"] = "128MB",
        ["jit"] = "off",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["lc_messages"] = "C",
        // CVE-2026-3172: pgvector before 0.8.2 must not build an index in parallel.
        ["max_parallel_maintenance_workers"] = "0",
        // A failing statement would carry a teacher's words into the log.
        ["log_min_error_statement"] = "panic",
        ["log_error_verbosity"] = "terse",
    };

    public static string LogOf(string folder) => Path.Combine(folder, "server.log");

    /// <summary>Leaves the folder ready for a start; the folder of its socket.</summary>
    public async Task<string> PrepareAsync(
        IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        if (!Exists())
        {
            await CreateAsync(cancellationToken);
        }

        await account.ReachAsync([folder, programs["postgres"]], cancellationToken);
        var socket = await SocketFolderAsync(cancellationToken);
        WriteSettings(new Dictionary<string, string>(OwnSettings) { ["unix_socket_directories"] = socket }, settings);
        await account.OwnAsync(Path.Combine(folder, SettingsFile), cancellationToken);
        return Path.GetFullPath(socket, folder);
    }

    private bool Exists()
    {
        try
        {
            return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()
                && (File.Exists(Path.Combine(folder, "PG_VERSION")) ? true : throw new EmbeddedPostgresException(
                    $"The folder '{folder}' is not empty and is no PostgreSQL cluster: name another one."));
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new EmbeddedPostgresException(
                $"The folder '{folder}' belongs to another user: run Twiga as that user, or name another folder.",
                refused);
        }
    }

    // Beside its place and moved there at the end, so that a half-made cluster is never taken for a whole one.
    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var fresh = $"{folder}.new";
        if (Directory.Exists(fresh))
        {
            Directory.Delete(fresh, recursive: true);
        }

        await account.MakeAsync(fresh, cancellationToken);
        await account.ReachAsync([fresh, programs["initdb"]], cancellationToken);
        string[] locale = OperatingSystem.IsMacOS() ? ["--locale=C"] : ["--locale=C.UTF-8"];
        var answer = await account.RunAsync(
            cancellationToken, [programs["initdb"], "-D", fresh, "-U", "twiga", "-A", "trust", "-E", "UTF8", .. locale]);
        if (!answer.Worked)
        {
            throw new EmbeddedPostgresException(
                $"The database cluster could not be made in '{folder}': {LastLine(answer.Complaint)}");
        }

        await File.AppendAllTextAsync(
            Path.Combine(fresh, "postgresql.conf"), $"\ninclude_if_exists '{SettingsFile}'\n", cancellationToken);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder);
        }

        Directory.Move(fresh, folder);
    }

    // PostgreSQL works inside its folder, so "." is short however deep the folder is; its clients need the whole path.
    private async Task<string> SocketFolderAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, ".s.PGSQL.5432");
        if (Encoding.UTF8.GetByteCount(path) <= LongestSocketPath && folder.IndexOfAny([',', ':', '@']) < 0)
        {
            return ".";
        }

        await account.MakeAmongOthersAsync(Elsewhere(folder), cancellationToken);
        return Elsewhere(folder);
    }

    public static void RemoveElsewhere(string folder)
    {
        if (Directory.Exists(Elsewhere(folder)) && !Directory.EnumerateFileSystemEntries(Elsewhere(folder)).Any())
        {
            Directory.Delete(Elsewhere(folder));
        }
    }

    private static string Elsewhere(string folder) =>
        $"/tmp/twiga-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16]}";

    private void WriteSettings(params IEnumerable<KeyValuePair<string, string>>[] settings)
    {
        var lines = from setting in settings.SelectMany(some => some)
                    select $"{setting.Key} = '{setting.Value.Replace("'", "''", StringComparison.Ordinal)}'";
        File.WriteAllLines(Path.Combine(folder, SettingsFile), lines);
    }

    internal static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault()
        ?? "it gave no reason.";
}
