using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Twiga.Application;
using Twiga.Infrastructure;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Cli.Host;

/// <summary>The application without HTTP and workers, on the same database and settings as the Api.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Workplace(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    /// <summary>Settings come from the environment; in Development what it lacks is the simulator's, as for the Api.</summary>
    public static async Task<Workplace> OpenAsync(bool withDatabase, CancellationToken cancellationToken)
    {
        var isDevelopment = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") == "Development";
        var settings = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory);
        if (isDevelopment)
            settings.AddJsonFile("appsettings.Development.json", optional: true);
        var configuration = settings.AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        // standard output is the answer's; what goes wrong with the database ends in a sentence of its own
        services.AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None));
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddApplication();
        services.AddInfrastructure(configuration);
        var workplace = new Workplace(services.BuildServiceProvider());
        if (!withDatabase)
            return workplace;

        await workplace.Services.GetRequiredService<TwigaDatabase>().OpenAsync(cancellationToken);
        await workplace.Services.SeedAsync(null, cancellationToken);
        return workplace;
    }

    /// <summary>Sends a request in a scope of its own.</summary>
    public async Task<TAnswer> SendAsync<TAnswer>(IRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
