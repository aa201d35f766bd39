using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Application;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure;
using Twiga.Infrastructure.LanguageModels;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Embedded;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Benchmarks.Search;

/// <summary>A PostgreSQL of its own with made-up books in it, one a class, and an embedder that knows the made-up words.</summary>
internal sealed class SearchWorld : IAsyncDisposable
{
    private readonly string _folder;
    private readonly EmbeddedPostgres _cluster;
    private readonly ServiceProvider _services;

    private SearchWorld(string folder, EmbeddedPostgres cluster)
    {
        (_folder, _cluster) = (folder, cluster);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Twiga"] = cluster.ConnectionString,
            ["Database:MigrateOnStart"] = "true",
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddApplication();
        services.AddInfrastructure(configuration);
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>, MadeEmbedder>();
        services.AddSingleton(Options.Create(new EmbeddingsOptions { Model = "made", Dimensions = MadeWords.Dimensions }));
        _services = services.BuildServiceProvider();
    }

    /// <summary>Of PostgreSQL and of this process.</summary>
    public TimeSpan ProcessorTime =>
        Ingest.ProcessorTime.OfCluster(Path.Combine(_folder, "data")) + Environment.CpuUsage.TotalTime;

    public IReadOnlyList<SchoolClassId> Classes { get; private set; } = [];

    public NpgsqlDataSource Database => _services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<SearchWorld> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("twiga-bench-").FullName;
        var cluster = await EmbeddedPostgres.StartAsync(
            Path.Combine(folder, "data"), cancellationToken: cancellationToken);
        var world = new SearchWorld(folder, cluster);
        await world._services.GetRequiredService<TwigaDatabase>().OpenAsync(cancellationToken);
        await using var scope = world._services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseSeed>().RunAsync(cancellationToken);
        world.Classes = [.. (await world.SendAsync(new ListClasses(), cancellationToken)).Select(c => c.Id)];
        return world;
    }

    public async Task<TAnswer> SendAsync<TAnswer>(MediatR.IRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(request, cancellationToken);
    }

    /// <summary>Stores the book of a class as ingestion does, vectors included.</summary>
    public async Task AddBookAsync(int book, int passages, int perSection, CancellationToken cancellationToken)
    {
        var made = Enumerable.Range(0, passages).Select(n => new Passage
        {
            Ordinal = n,
            ChapterNumber = (n / (perSection * 10)) + 1,
            Chapter = $"Chapter {(n / (perSection * 10)) + 1}",
            Section = $"Section {n / perSection}",
            PageFrom = (n / 3) + 1,
            PageTo = (n / 3) + 1,
            Kind = PassageKind.Text,
            Language = Language.English,
            Text = MadeWords.Passage(book, n / perSection, n),
        }).ToList();
        var textbooks = _services.GetRequiredService<ITextbooks>();
        var stored = await textbooks.StoreAsync(
            new Textbook($"Book {book}", [], Language.English, false, $"{book}.md", $"{book}", [Classes[book]], made), cancellationToken);
        await textbooks.EmbedAsync(stored.Id, null, cancellationToken);
    }

    public async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class MadeEmbedder : IEmbeddingGenerator<string, Embedding<float>>
    {
        private readonly MadeWords _words = new();
        private readonly Lock _gate = new();

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            lock (_gate)
            {
                return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(
                    values.Select(v => new Embedding<float>(_words.Vector(v))).ToList()));
            }
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
