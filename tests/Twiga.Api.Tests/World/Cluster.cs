using Npgsql;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Embedded;

// No namespace: one PostgreSQL for all tests of the assembly, one database of its own for each world.
[SetUpFixture]
internal sealed class Cluster
{
    private static EmbeddedPostgres? cluster;
    private static int databases;
    private string? folder;

    public static async Task<string> NewDatabaseAsync()
    {
        var name = $"world{Interlocked.Increment(ref databases)}";
        await using var source = NpgsqlDataSource.Create(cluster!.ConnectionString + ";Pooling=false");
        await using (var create = source.CreateCommand($"create database {name}"))
            await create.ExecuteNonQueryAsync();

        var connection = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = name }.ConnectionString;
        await using var made = TwigaDatabase.Build(connection);
        await TwigaDatabase.MigrateAsync(made, CancellationToken.None);
        return connection;
    }

    public static Task RestartAsync() => cluster!.RestartAsync();

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = Directory.CreateTempSubdirectory("twiga-api-tests-").FullName;
        cluster = await EmbeddedPostgres.StartAsync(
            Path.Combine(folder, "data"),
            new EmbeddedPostgresOptions { Settings = new Dictionary<string, string> { ["fsync"] = "off" } });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        NpgsqlConnection.ClearAllPools();
        await cluster!.DisposeAsync();
        Directory.Delete(folder!, recursive: true);
    }
}
