using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Application;
using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Infrastructure.LanguageModels;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Seeding;
using Twiga.Infrastructure.Retrieval;

namespace Twiga.Infrastructure.Tests.Retrieval;

/// <summary>The curriculum module as it runs, on the tests' database, without models.</summary>
internal sealed class Library : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private Library(ServiceProvider services) => (_services, _scope) = (services, services.CreateAsyncScope());

    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "textbooks");

    public ITextbooks Textbooks => Get<ITextbooks>();

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public static Library Open(IEmbeddingGenerator<string, Embedding<float>>? embedder = null, EmbeddingsOptions? embeddings = null)
    {
        var services = new ServiceCollection();
        services.AddApplication();
        services.AddRetrieval();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(Database.Source);
        services.AddSingleton(Options.Create(embeddings ?? new EmbeddingsOptions()));
        services.AddSingleton(Options.Create(new DatabaseOptions()));
        services.AddPooledDbContextFactory<TwigaContext>((p, o) => ContextOptions.Configure(o, p.GetRequiredService<NpgsqlDataSource>()));
        services.AddScoped(p => p.GetRequiredService<IDbContextFactory<TwigaContext>>().CreateDbContext());
        services.AddScoped<IChanges, SaveOnly>();
        if (embedder is not null)
            services.AddSingleton(embedder);
        return new Library(services.BuildServiceProvider());
    }

    public Task<TAnswer> Send<TAnswer>(IRequest<TAnswer> request) => Get<IMediator>().Send(request);

    /// <summary>The subjects, classes, words and sample books.</summary>
    public async Task FillAsync()
    {
        await Get<DatabaseSeed>().RunAsync(CancellationToken.None);
        Assert.That(await Get<DatabaseSeed>().SamplesAsync(Samples, null, CancellationToken.None), Is.Empty);
    }

    public async Task<SchoolClassId> ClassAsync(string name) =>
        (await Get<ISchoolClasses>().FindAsync(name, CancellationToken.None))!.Id;

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    private sealed class SaveOnly(TwigaContext context) : IChanges
    {
        public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);
    }
}
