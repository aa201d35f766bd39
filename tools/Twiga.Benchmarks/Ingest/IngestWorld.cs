using System.Diagnostics;
using Npgsql;
using Twiga.Benchmarks.World;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Embedded;

namespace Twiga.Benchmarks.Ingest;

/// <summary>A durable PostgreSQL of its own with teachers in it, the Api without workers, and the bare server.</summary>
internal sealed class IngestWorld : IAsyncDisposable
{
    private const string Known =
        """
        with newcomer as (
          insert into teachers (state, language, language_is_chosen, created_at)
          select 'Active', 'Swahili', false, now() from generate_series(1, @count)
          returning id)
        insert into identities (teacher_id, kind, value, seen_at)
        select id, 'Phone', (@phones::text[])[row_number() over (order by id)], now() from newcomer
        """;

    private readonly string _folder;
    private readonly EmbeddedPostgres _cluster;
    private readonly NpgsqlDataSource _database;
    private ApiProcess? _api;
    private Process? _bare;

    private IngestWorld(string folder, EmbeddedPostgres cluster) =>
        (_folder, _cluster, _database) = (folder, cluster, TwigaDatabase.Build(cluster.ConnectionString));

    public string Connection => _cluster.ConnectionString;

    public Uri Twiga => _api!.Address;

    public Uri Bare { get; } = ApiProcess.FreeAddress();

    public TimeSpan CostOfDatabase() => ProcessorTime.OfCluster(Path.Combine(_folder, "data"));

    public TimeSpan CostOfTwiga() => _api!.ProcessorTime + CostOfDatabase();

    public TimeSpan CostOfBare() => ProcessorTime.Of(_bare!) + CostOfDatabase();

    public static async Task<IngestWorld> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("twiga-bench-").FullName;
        var cluster = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "data"), cancellationToken: cancellationToken);
        var world = new IngestWorld(folder, cluster);
        await TwigaDatabase.MigrateAsync(world._database, cancellationToken);
        await world.ExecuteAsync(BareServer.Table, cancellationToken);
        await world.FillAsync(cancellationToken);
        world._api = await ApiProcess.StartAsync(ApiProcess.FreeAddress(), world.Settings(), cancellationToken);
        world._bare = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                .. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                    ? new[] { typeof(IngestWorld).Assembly.Location } : [],
                BareServer.Name, "--url", world.Bare.ToString(), "--connection", cluster.ConnectionString,
            ]))!;
        await world.BareIsReadyAsync(cancellationToken);
        return world;
    }

    /// <summary>As before the first webhook; what earlier rounds wrote is on disk and disturbs no later one.</summary>
    public Task EmptyAsync(CancellationToken cancellationToken) =>
        ExecuteAsync("truncate inbound_messages, jobs, bare_messages; checkpoint", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_bare is not null)
        {
            if (!_bare.HasExited)
            {
                _bare.Kill();
                await _bare.WaitForExitAsync();
            }

            _bare.Dispose();
        }

        if (_api is not null)
            await _api.DisposeAsync();
        await _database.DisposeAsync();
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(Known);
        command.Parameters.Add(new("count", Target.Teachers));
        command.Parameters.Add(new("phones", Enumerable.Range(0, Target.Teachers).Select(Target.Phone).ToArray()));
        await command.ExecuteNonQueryAsync(cancellationToken);
        await ExecuteAsync("analyze", cancellationToken);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task BareIsReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Bare, "/health/ready"), cancellationToken);
                return;
            }
            catch (HttpRequestException) when (!_bare!.HasExited)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["ConnectionStrings__Twiga"] = _cluster.ConnectionString,
        ["Workers__Enabled"] = "false",
        ["Twiga__SeedSamples"] = "false",
        ["WhatsApp__GraphUrl"] = "http://127.0.0.1:1",
        ["WhatsApp__PhoneNumberId"] = "106540352242922",
        ["WhatsApp__AccessToken"] = "none",
        ["WhatsApp__AppSecret"] = Target.AppSecret,
        ["WhatsApp__VerifyToken"] = "none",
        ["LanguageModel__Url"] = "http://127.0.0.1:1/v1",
        ["LanguageModel__ApiKey"] = "none",
        ["LanguageModel__Model"] = "none",
    };
}
