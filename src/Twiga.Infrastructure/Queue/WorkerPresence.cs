using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Twiga.Infrastructure.Queue;

/// <summary>
/// Holds the connection that shows this process is alive (an advisory lock under its number), hears NOTIFY on it,
/// and sends NOTIFY for what was committed here. A new connection takes a new number, since the old lock was lost.
/// </summary>
internal sealed partial class WorkerPresence(
    NpgsqlDataSource source, JobSignal signal, TimeProvider clock, ILogger<WorkerPresence> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly string _name = Guid.NewGuid().ToString("N");
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The jobs this process works on; a new number takes them over.</summary>
    public ConcurrentDictionary<long, Task> InHand { get; } = new();

    /// <summary>The number under which jobs are claimed now; 0 while there is no connection.</summary>
    public int Number { get; private set; }

    /// <summary>How many processes work on this database, this one included, as of the last look.</summary>
    public int ProcessesAlive { get; set; } = 1;

    /// <summary>No other process listens, as of the last look; one that began since looks every second all the same.</summary>
    public bool IsAlone { get; set; }

    /// <summary>Completes when the process has shown itself for the first time.</summary>
    public Task Present => _first.Task;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(ListenAsync(stoppingToken), TellAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stopping);
                connection.Notification += (_, heard) => Hear(heard.Payload);
                await ShowAsync(connection, stopping);
                while (true)
                    await connection.WaitAsync(stopping);
            }
            catch (Exception exception) when (exception is NpgsqlException or System.Net.Sockets.SocketException)
            {
                Number = 0;
                ConnectionLost(exception.GetType().Name);
                await Task.Delay(Pause, clock, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void Hear(string sender)
    {
        if (sender != _name)
            signal.Look();
    }

    private async Task ShowAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with mine as (select (random() * 2000000000)::int + 1 as number)
            select number, pg_advisory_lock({JobReturns.WorkerLocks}, number) from mine
            """,
            connection);
        Number = (int)(await command.ExecuteScalarAsync(stopping))!;
        await using var listen = new NpgsqlCommand(
            $"listen {JobSignal.NotifyChannel}; update jobs set worker = @number where state = 'Running' and id = any(@ids)",
            connection);
        listen.Parameters.Add(new("number", Number));
        listen.Parameters.Add(new("ids", InHand.Keys.ToArray()));
        await listen.ExecuteNonQueryAsync(stopping);
        signal.Look();
        _first.TrySetResult();
    }

    private async Task TellAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await signal.ToTellOthersAsync(stopping);
                if (IsAlone)
                    continue;

                await using var command = source.CreateCommand("select pg_notify($1, $2)");
                command.Parameters.Add(new() { Value = JobSignal.NotifyChannel });
                command.Parameters.Add(new() { Value = _name });
                await command.ExecuteNonQueryAsync(stopping);
            }
            catch (NpgsqlException)
            {
                // a hint only: the others look every second all the same
                await Task.Delay(Pause, clock, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot be heard: {Fault}")]
    private partial void ConnectionLost(string fault);
}
