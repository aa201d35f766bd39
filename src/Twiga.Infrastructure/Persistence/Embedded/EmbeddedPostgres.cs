using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Twiga.Infrastructure.Persistence.Embedded;

/// <summary>A private PostgreSQL cluster in a folder, shared by every process that names the folder: the first one
/// starts it, the others join, and the last one to leave stops it.</summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const int TriesToConnect = 10;
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WatchPeriod = TimeSpan.FromSeconds(2);

    private readonly ClusterServer server;
    private readonly EmbeddedPostgresOptions options;
    private readonly CancellationTokenSource leaving = new();
    private readonly IDisposable share;
    private Task watch = Task.CompletedTask;

    private EmbeddedPostgres(ClusterServer server, EmbeddedPostgresOptions options, IDisposable share, string socket)
    {
        (this.server, this.options, this.share) = (server, options, share);
        ConnectionString = Connection(socket, options.Database);
    }

    public string ConnectionString { get; }

    public static async Task<EmbeddedPostgres> StartAsync(
        string dataDirectory, EmbeddedPostgresOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EmbeddedPostgresOptions();
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataDirectory));
        MakeParent(folder);
        using var alone = await ClusterLock.TakeAsync(folder, options, cancellationToken);
        var share = ClusterLock.Share(folder);
        try
        {
            var server = await ClusterServer.ForAsync(folder, options, cancellationToken);
            var socket = await EnsureUsableAsync(server, options, cancellationToken);
            var started = new EmbeddedPostgres(server, options, share, socket);
            started.watch = options.Watch ? started.WatchAsync() : Task.CompletedTask;
            return started;
        }
        catch
        {
            share.Dispose();
            throw;
        }
    }

    /// <summary>Leaves the cluster, and stops it when nobody else uses it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (leaving.IsCancellationRequested)
        {
            return;
        }

        await leaving.CancelAsync();
        await watch;
        using var alone = await ClusterLock.TakeAsync(server.Folder, options, cancellationToken);
        share.Dispose();
        if (!ClusterLock.IsUsed(server.Folder))
        {
            await server.StopAsync(cancellationToken);
        }
    }

    /// <summary>Stops and starts the server under its clients; abruptly is as if the power had failed.</summary>
    public async Task RestartAsync(bool abruptly = false, CancellationToken cancellationToken = default)
    {
        using var alone = await ClusterLock.TakeAsync(server.Folder, options, cancellationToken);
        await server.RestartAsync(abruptly, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        leaving.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "The watch goes on; the next look tries again.")]
    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(WatchPeriod, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(leaving.Token))
            {
                if (Postmaster.Running(server.Folder) is not null)
                {
                    continue;
                }

                try
                {
                    using var alone = await ClusterLock.TakeAsync(server.Folder, options, leaving.Token);
                    await server.EnsureRunningAsync(leaving.Token);
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    options.Logger.CouldNotBringBack(failed);
                }
            }
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The cluster is being left.
        }
    }

    private static void MakeParent(string folder)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)
                ?? throw new EmbeddedPostgresException("The root folder cannot hold the database."));
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new EmbeddedPostgresException($"The folder for '{folder}' cannot be made: {refused.Message}", refused);
        }
    }

    // The server that was there to be joined may have been dying.
    private static async Task<string> EnsureUsableAsync(
        ClusterServer server, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var socket = await server.EnsureRunningAsync(cancellationToken);
            try
            {
                await EnsureDatabaseAsync(server.Folder, socket, options.Database, cancellationToken);
                return socket;
            }
            catch (EmbeddedPostgresException) when (tries < TriesToConnect)
            {
                await Task.Delay(PauseBetweenTries, TimeProvider.System, cancellationToken);
            }
        }
    }

    private static async Task EnsureDatabaseAsync(
        string folder, string socket, string database, CancellationToken cancellationToken)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(Connection(socket, "postgres") + ";Pooling=false");
            await using var known = source.CreateCommand("select 1 from pg_database where datname = $1");
            known.Parameters.Add(new NpgsqlParameter { Value = database });
            if (await known.ExecuteScalarAsync(cancellationToken) is null)
            {
                var quoted = database.Replace("\"", "\"\"", StringComparison.Ordinal);
                await using var create = source.CreateCommand($"create database \"{quoted}\"");
                await create.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        catch (NpgsqlException refused)
        {
            throw new EmbeddedPostgresException(
                $"The database in '{folder}' runs but cannot be used: {refused.Message}", refused);
        }
    }

    private static string Connection(string socket, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socket,
        Username = "twiga",
        Database = database,
    }.ConnectionString;
}
