using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Twiga.Infrastructure.Queue;

/// <summary>Every few seconds rescues orphaned jobs; every hour cleans up.</summary>
internal sealed partial class JobKeeper(
    NpgsqlDataSource source, JobReturns returns, JobSignal signal, WorkerPresence presence, CleanUp cleanUp,
    TimeProvider clock, ILogger<JobKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan RescueEvery = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan CleanEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await presence.Present.WaitAsync(stoppingToken);
        var nextClean = clock.GetUtcNow();
        using var timer = new PeriodicTimer(RescueEvery, clock);
        do
        {
            try
            {
                await RescueAsync(stoppingToken);
                if (clock.GetUtcNow() < nextClean)
                    continue;

                await cleanUp.RunAsync(stoppingToken);
                nextClean = clock.GetUtcNow() + CleanEvery;
            }
            catch (NpgsqlException exception)
            {
                Failed(exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RescueAsync(CancellationToken stopping)
    {
        if (presence.Number == 0)
            return;

        await CountProcessesAsync(stopping);
        var rescued = await returns.RescueAsync(stopping);
        if (rescued == 0)
            return;

        Rescued(rescued);
        signal.Committed();
    }

    private async Task CountProcessesAsync(CancellationToken stopping)
    {
        await using var command = source.CreateCommand(
            $"select count(*)::int from pg_locks where locktype = 'advisory' and classid = {JobReturns.WorkerLocks} and granted");
        presence.ProcessesAlive = Math.Max(1, (int)(await command.ExecuteScalarAsync(stopping))!);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} jobs of workers that are gone were put back")]
    private partial void Rescued(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Keeping the job table failed: {Fault}")]
    private partial void Failed(string fault);
}
