using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Twiga.Application;
using Twiga.Infrastructure;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Embedded;
using Twiga.Infrastructure.Persistence.Seeding;

// No namespace: one PostgreSQL for all tests of the assembly, one database of its own for each world.
[SetUpFixture]
internal sealed class Cluster
{
    private const string Template = "seeded";

    private static EmbeddedPostgres? cluster;
    private static Task? seeded;
    private static int databases;
    private string? folder;

    /// <summary>A database with the curriculum and the sample books in it.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        await seeded!;
        var name = $"world{Interlocked.Increment(ref databases)}";
        await RunAsync($"create database {name} template {Template}");
        return Connection(name);
    }

    public static Task RestartAsync() => cluster!.RestartAsync();

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = Directory.CreateTempSubdirectory("twiga-api-tests-").FullName;
        cluster = await EmbeddedPostgres.StartAsync(
            Path.Combine(folder, "data"),
            new EmbeddedPostgresOptions { Settings = new Dictionary<string, string> { ["fsync"] = "off" } });
        seeded = SeedAsync();
    }

    private static async Task SeedAsync()
    {
        await RunAsync($"create database {Template}");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Twiga"] = Connection(Template) + ";Pooling=false",
            ["Database:MigrateOnStart"] = "true",
            ["Twiga:SeedSamples"] = "true",
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddApplication();
        services.AddInfrastructure(configuration);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TwigaDatabase>().OpenAsync(CancellationToken.None);
        await provider.SeedAsync(null, CancellationToken.None);
    }

    private static string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(cluster!.ConnectionString) { Database = database }.ConnectionString;

    private static async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(cluster!.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        NpgsqlConnection.ClearAllPools();
        await cluster!.DisposeAsync();
        Directory.Delete(folder!, recursive: true);
    }
}
