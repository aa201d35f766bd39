using Npgsql;
using Respawn;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Embedded;

// No namespace: one cluster for all tests of the assembly.
[SetUpFixture]
internal sealed class Database
{
    private static EmbeddedPostgres? cluster;
    private static Respawner? respawner;
    private string? folder;

    public static NpgsqlDataSource Source { get; private set; } = null!;

    public static string ConnectionString => cluster!.ConnectionString;

    public static TwigaContext Context() => new(ContextOptions.For(Source));

    public static async Task<long> CountAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Empties every table but the migrations'.</summary>
    public static async Task EmptyAsync()
    {
        await using var connection = await Source.OpenConnectionAsync();
        respawner ??= await Respawner.CreateAsync(connection, new RespawnerOptions
        {
            DbAdapter = DbAdapter.Postgres,
            SchemasToInclude = ["public"],
            TablesToIgnore = ["__EFMigrationsHistory"],
        });
        await respawner.ResetAsync(connection);
    }

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = Directory.CreateTempSubdirectory("twiga-tests-").FullName;
        cluster = await EmbeddedPostgres.StartAsync(
            Path.Combine(folder, "data"),
            new EmbeddedPostgresOptions
            {
                Settings = new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off" },
            });
        Source = TwigaDatabase.Build(cluster.ConnectionString);
        await TwigaDatabase.MigrateAsync(Source, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await Source.DisposeAsync();
        await cluster!.DisposeAsync();
        Directory.Delete(folder!, recursive: true);
    }
}
