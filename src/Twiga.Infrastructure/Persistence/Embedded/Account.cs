namespace Twiga.Infrastructure.Persistence.Embedded;

/// <summary>Who runs PostgreSQL's programs: ourselves, or somebody else where we are root, whom PostgreSQL refuses.</summary>
internal sealed class Account
{
    // Lets the chosen user pass through folders that only root may enter. The last one is for access(2),
    // by which PostgreSQL looks for its own programs.
    private static readonly string[] Passage =
        ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search", "--securebits=+no_setuid_fixup"];

    private readonly string? owner;
    private string[] prefix;

    private Account(string? owner, string[] prefix) => (this.owner, this.prefix) = (owner, prefix);

    /// <summary>The owner of an existing cluster; for a new one the user postgres, or nobody where there is none.</summary>
    public static async Task<Account> ChooseAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new Account(null, []);
        }

        var owner = await OwnerAsync(folder, cancellationToken);
        if (owner is null or "0:0")
        {
            owner = await IdAsync("postgres", cancellationToken) ?? await IdAsync("nobody", cancellationToken)
                ?? throw new EmbeddedPostgresException(
                    "PostgreSQL refuses to run as root and there is no user postgres: run Twiga as an ordinary user.");
        }

        var (user, group) = (owner.Split(':')[0], owner.Split(':')[1]);
        return new Account(owner, ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", "--reset-env"]);
    }

    public Task<Command.Answer> RunAsync(CancellationToken cancellationToken, params string[] words) =>
        Command.RunAsync(owner is null ? words : [.. prefix, "--", .. words], cancellationToken);

    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (owner is not null)
        {
            await Command.RunAsync(["chown", "-R", owner, path], cancellationToken);
        }
    }

    /// <summary>Makes sure that the chosen user gets to these paths.</summary>
    public async Task ReachAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (owner is null || await FirstBarredAsync(paths, cancellationToken) is not { } barred)
        {
            return;
        }

        prefix = [.. prefix, .. Passage];
        if (await FirstBarredAsync(paths, cancellationToken) is not null)
        {
            throw new EmbeddedPostgresException(
                $"The folder '{await BarrierAsync(barred, cancellationToken)}' cannot be entered by the user that " +
                "runs the database (PostgreSQL refuses root): allow it with chmod o+x, or put Twiga elsewhere.");
        }
    }

    /// <summary>A folder that only the chosen user may enter.</summary>
    public async Task MakeAsync(string folder, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new EmbeddedPostgresException("The embedded database needs Linux: set ConnectionStrings__Twiga.");
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await OwnAsync(folder, cancellationToken);
    }

    /// <summary>The same where everybody can write, so that somebody else's folder is never taken for ours.</summary>
    public async Task MakeAmongOthersAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            await MakeAsync(folder, cancellationToken);
        }

        var answer = await RunAsync(cancellationToken, "test", "-O", folder);
        if (!answer.Worked || new DirectoryInfo(folder).LinkTarget is not null)
        {
            throw new EmbeddedPostgresException(
                $"The folder '{folder}' for the database's socket belongs to another user: remove it, " +
                "or give Twiga__DataDirectory a shorter path.");
        }
    }

    private async Task<string?> FirstBarredAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            if (!(await RunAsync(cancellationToken, "test", "-x", path)).Worked)
            {
                return path;
            }
        }

        return null;
    }

    private async Task<string> BarrierAsync(string path, CancellationToken cancellationToken)
    {
        prefix = prefix[..^Passage.Length];
        var folders = new Stack<string>();
        for (var folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            folders.Push(folder);
        }

        return await FirstBarredAsync([.. folders], cancellationToken) ?? path;
    }

    private static async Task<string?> OwnerAsync(string folder, CancellationToken cancellationToken) =>
        File.Exists(Path.Combine(folder, "PG_VERSION"))
        && await Command.RunAsync(["stat", "-c", "%u:%g", folder], cancellationToken) is { Worked: true } answer
            ? answer.Output.Trim()
            : null;

    private static async Task<string?> IdAsync(string user, CancellationToken cancellationToken)
    {
        var id = await Command.RunAsync(["id", "-u", user], cancellationToken);
        var group = await Command.RunAsync(["id", "-g", user], cancellationToken);
        return id.Worked && group.Worked ? $"{id.Output.Trim()}:{group.Output.Trim()}" : null;
    }
}
