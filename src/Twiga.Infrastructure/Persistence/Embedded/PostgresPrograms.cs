namespace Twiga.Infrastructure.Persistence.Embedded;

/// <summary>Where initdb, pg_ctl and postgres are, of a PostgreSQL that has pgvector.</summary>
internal sealed class PostgresPrograms
{
    private PostgresPrograms(string folder) => Folder = folder;

    public string Folder { get; }

    public string this[string program] => Path.Combine(Folder, program);

    public static async Task<PostgresPrograms> FindAsync(string? given, CancellationToken cancellationToken)
    {
        given ??= Environment.GetEnvironmentVariable("TWIGA_POSTGRESQL") is { Length: > 0 } named ? named : null;
        if (given is not null)
        {
            return InFolder(given) ?? throw new EmbeddedPostgresException(
                $"The folder '{given}' named for PostgreSQL has no bin/initdb, bin/pg_ctl and bin/postgres.");
        }

        return InRepository(AppContext.BaseDirectory)
            ?? InRepository(Directory.GetCurrentDirectory())
            ?? await InSystemAsync(cancellationToken)
            ?? throw new EmbeddedPostgresException(
                "There is no PostgreSQL with pgvector on this machine: run './twiga up' or './twiga test' once, " +
                "which prepares it, or set ConnectionStrings__Twiga to a database of your own.");
    }

    private static PostgresPrograms? InFolder(string folder) => Complete(Path.Combine(Path.GetFullPath(folder), "bin"));

    private static PostgresPrograms? Complete(string bin) =>
        Array.TrueForAll(["initdb", "pg_ctl", "postgres"], program => File.Exists(Path.Combine(bin, program)))
            ? new PostgresPrograms(bin)
            : null;

    private static PostgresPrograms? InRepository(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (InFolder(Path.Combine(folder.FullName, ".twiga", "postgresql")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static async Task<PostgresPrograms?> InSystemAsync(CancellationToken cancellationToken)
    {
        foreach (var programs in SystemFolders().Select(Complete).OfType<PostgresPrograms>())
        {
            if (!File.Exists(programs["pg_config"]))
            {
                continue;
            }

            var answer = await Command.RunAsync([programs["pg_config"], "--sharedir"], cancellationToken);
            if (File.Exists(Path.Combine(answer.Output.Trim(), "extension", "vector.control")))
            {
                return programs;
            }
        }

        return null;
    }

    private static IEnumerable<string> SystemFolders() =>
        from pattern in new (string Parent, string Name)[]
        {
            ("/usr/lib/postgresql", "*"), ("/usr", "pgsql-*"), ("/opt/homebrew/opt", "postgresql@*"),
            ("/usr/local/opt", "postgresql@*"), ("/usr/local", "pgsql"),
        }
        where Directory.Exists(pattern.Parent)
        from folder in Directory.GetDirectories(pattern.Parent, pattern.Name)
        orderby Major(folder) descending
        select Path.Combine(folder, "bin");

    private static int Major(string folder) =>
        int.TryParse(Path.GetFileName(folder).Split('-', '@')[^1], out var major) ? major : 0;
}
