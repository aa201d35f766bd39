using Npgsql;
using Twiga.Infrastructure.Persistence.Embedded;

namespace Twiga.Infrastructure.Tests.Embedded;

/// <summary>A folder of its own for one test's cluster; whatever still runs in it is stopped at the end.</summary>
internal sealed class TemporaryCluster : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Model = new(MakeModelAsync);
    private readonly List<EmbeddedPostgres> members = [];
    private readonly string root = Directory.CreateTempSubdirectory("twiga-").FullName;

    public TemporaryCluster(string name = "cluster") => Folder = Path.Combine(root, name);

    public string Folder { get; }

    /// <summary>A cluster that was made and stopped before: most tests are not about making one.</summary>
    public static async Task<TemporaryCluster> MadeBeforeAsync()
    {
        var cluster = new TemporaryCluster();
        var copied = await Command.RunAsync(["cp", "-a", await Model.Value, cluster.Folder], CancellationToken.None);
        Assert.That(copied.Worked, copied.Complaint);
        return cluster;
    }

    public static void RemoveModel()
    {
        if (Model.IsValueCreated && Model.Value.IsCompletedSuccessfully)
        {
            Directory.Delete(Path.GetDirectoryName(Model.Value.GetAwaiter().GetResult())!, recursive: true);
        }
    }

    public async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions? options = null)
    {
        var member = await EmbeddedPostgres.StartAsync(Folder, options);
        members.Add(member);
        return member;
    }

    public string File(string name) => Path.Combine(Folder, name);

    public async ValueTask DisposeAsync()
    {
        foreach (var member in members)
        {
            await member.DisposeAsync();
        }

        Directory.Delete(root, recursive: true);
    }

    private static async Task<string> MakeModelAsync()
    {
        var cluster = new TemporaryCluster();
        await (await cluster.StartAsync()).StopAsync();
        return cluster.Folder;
    }

    public static async Task<object?> AskAsync(EmbeddedPostgres database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
