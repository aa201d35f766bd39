using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Twiga.Infrastructure.Queue;

/// <summary>Every few seconds rescues orphaned jobs and puts in what is due by the clock.</summary>
internal sealed partial class JobKeeper(
    NpgsqlDataSource source, JobReturns returns, JobSignal signal, WorkerPresence presence, Schedules schedules,
    TimeProvider clock, ILogger<JobKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan RescueEvery = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await presence.Present.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(RescueEvery, clock);
        do
        {
            try
            {
                await RescueAsync(stoppingToken);
                await schedules.PutInAsync(stoppingToken);
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
        presence.IsAlone = presence.ProcessesAlive == 1;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} jobs of workers that are gone were put back")]
    private partial void Rescued(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Keeping the job table failed: {Fault}")]
    private partial void Failed(string fault);
}
