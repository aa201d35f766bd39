using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Infrastructure.Persistence.Embedded;

namespace Twiga.Infrastructure.Persistence;

/// <summary>The database of this process: an outside one, or a private cluster started and stopped with it.</summary>
public sealed partial class TwigaDatabase : IAsyncDisposable
{
    private readonly DatabaseOptions _options;
    private readonly ILogger<TwigaDatabase> _logger;
    private EmbeddedPostgres? _embedded;
    private NpgsqlDataSource? _source;

    internal TwigaDatabase(IOptions<DatabaseOptions> options, ILogger<TwigaDatabase> logger) =>
        (_options, _logger) = (options.Value, logger);

    internal NpgsqlDataSource Source =>
        _source ?? throw new InvalidOperationException("The database has not been opened.");

    internal EmbeddedPostgres? Embedded => _embedded;

    /// <summary>Starts the private cluster where there is no outside one, and applies migrations where that is wanted.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_options.IsEmbedded)
        {
            StartingEmbedded();
            _embedded = await EmbeddedPostgres.StartAsync(
                Path.Combine(Path.GetFullPath(_options.DataDirectory), "data"),
                new EmbeddedPostgresOptions { Logger = _logger },
                cancellationToken);
        }

        _source = Build(_embedded?.ConnectionString ?? _options.ConnectionString!);
        if (_options.IsEmbedded || _options.MigrateOnStart)
            await MigrateAsync(cancellationToken);
    }

    /// <summary>Brings the schema up to this program's version; does nothing where it is.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) => MigrateAsync(Source, cancellationToken, Migrating);

    internal static async Task MigrateAsync(
        NpgsqlDataSource source, CancellationToken cancellationToken, Action<int>? begins = null)
    {
        await using var context = new TwigaContext(ContextOptions.For(source));
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
            return;

        begins?.Invoke(pending.Count);
        await context.Database.MigrateAsync(cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ReloadTypesAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
        if (_embedded is not null)
            await _embedded.DisposeAsync();
    }

    internal static NpgsqlDataSource Build(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.KeepAlive == 0)
            settings.KeepAlive = 30;
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 50;
        // few sessions that are busy are quicker than many that are cold; nobody holds one while waiting for another
        if (!settings.ShouldSerialize("Maximum Pool Size"))
            settings.MaxPoolSize = Math.Max(12, 4 * Environment.ProcessorCount);
        // whoever changes a session sets it right again; telling the server each time costs more than most statements
        settings.NoResetOnClose = true;

        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseVector();
        return builder.Build();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Starting the embedded database")]
    private partial void StartingEmbedded();

    [LoggerMessage(Level = LogLevel.Information, Message = "Applying {Count} migrations")]
    private partial void Migrating(int count);
}
