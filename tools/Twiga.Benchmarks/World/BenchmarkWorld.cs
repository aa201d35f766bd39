using Npgsql;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Embedded;
using Twiga.Simulator;

namespace Twiga.Benchmarks.World;

/// <summary>A durable PostgreSQL of its own, the simulator without delays, and one Api process, in production settings.</summary>
internal sealed class BenchmarkWorld : IAsyncDisposable
{
    private readonly string _folder;
    private readonly EmbeddedPostgres _cluster;

    private BenchmarkWorld(string folder, EmbeddedPostgres cluster)
    {
        (_folder, _cluster) = (folder, cluster);
        Database = TwigaDatabase.Build(cluster.ConnectionString);
    }

    public NpgsqlDataSource Database { get; }

    public RunningSimulator Simulator { get; private set; } = null!;

    public ApiProcess Api { get; private set; } = null!;

    public static async Task<BenchmarkWorld> StartAsync(
        bool statuses, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("twiga-bench-").FullName;
        var cluster = await EmbeddedPostgres.StartAsync(
            Path.Combine(folder, "data"), cancellationToken: cancellationToken);
        var world = new BenchmarkWorld(folder, cluster);
        await TwigaDatabase.MigrateAsync(world.Database, cancellationToken);
        var address = ApiProcess.FreeAddress();
        world.Simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions
            {
                Urls = "http://127.0.0.1:0",
                ApiUrl = address,
                KeepTalks = false,
                KeepModelCalls = 10,
                Statuses = statuses,
            },
            cancellation: cancellationToken);
        var settings = world.Settings();
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
            settings[name] = value;
        world.Api = await ApiProcess.StartAsync(address, settings, cancellationToken);
        return world;
    }

    /// <summary>Adds teachers of one class with the numbers of <see cref="Phone"/>.</summary>
    public async Task AddTeachersAsync(int count, CancellationToken cancellationToken, string className = "Geography Form 2")
    {
        await using var context = new TwigaContext(ContextOptions.For(Database));
        var schoolClass = context.SchoolClasses.Single(c => c.English == className).Id;
        var now = TimeProvider.System.GetUtcNow();
        for (var number = 0; number < count; number++)
        {
            var teacher = Teacher.Active($"Teacher {number}", Language.English, [schoolClass], now);
            teacher.Link(IdentityKind.Phone, Phone(number), now);
            context.Teachers.Add(teacher);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    public static string Phone(int number) => $"25572{number:0000000}";

    public async ValueTask DisposeAsync()
    {
        if (Api is not null)
            await Api.DisposeAsync();
        if (Simulator is not null)
            await Simulator.DisposeAsync();
        await Database.DisposeAsync();
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Settings()
    {
        var meta = new SimulatorOptions();
        return new Dictionary<string, string>
        {
            ["ConnectionStrings__Twiga"] = _cluster.ConnectionString,
            ["Database__MigrateOnStart"] = "true",
            ["Twiga__SeedSamples"] = "true",
            ["WhatsApp__GraphUrl"] = Simulator.Address.ToString(),
            ["WhatsApp__PhoneNumberId"] = meta.PhoneNumberId,
            ["WhatsApp__AccessToken"] = meta.AccessToken,
            ["WhatsApp__AppSecret"] = meta.AppSecret,
            ["WhatsApp__VerifyToken"] = meta.VerifyToken,
            ["WhatsApp__MessagesPerSecond"] = "1000",
            ["WhatsApp__PairIntervalMilliseconds"] = "0",
            ["LanguageModel__Url"] = Simulator.ModelAddress.ToString(),
            ["LanguageModel__ApiKey"] = "simulator",
            ["LanguageModel__Model"] = "stand-in",
            ["Quotas__TeacherMessagesPerDay"] = "1000000",
            ["Quotas__TeacherTokensPerDay"] = "2000000000",
        };
    }
}
