using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Twiga.Infrastructure.Queue;

/// <summary>Claims jobs and runs them side by side until the process is told to stop, then drains.</summary>
internal sealed partial class JobWorker(
    JobClaims claims,
    JobRun run,
    JobSignal signal,
    WorkerPresence presence,
    IOptions<WorkersOptions> options,
    TimeProvider clock,
    ILogger<JobWorker> logger) : BackgroundService
{
    private readonly CancellationTokenSource _givenUp = new();

    /// <summary>When the table was last looked at; health is judged by it.</summary>
    public DateTimeOffset? LastLook { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await presence.Present.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await ClaimAsync(stoppingToken))
                    await WaitAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                TableAway(exception.GetType().Name);
                await Task.Delay(TimeSpan.FromMilliseconds(options.Value.PollMilliseconds), clock, stoppingToken);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        var drained = Task.WhenAll(presence.InHand.Values);
        await Task.WhenAny(drained, Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds), clock, cancellationToken));
        await _givenUp.CancelAsync();
        await drained.WaitAsync(TimeSpan.FromSeconds(2), clock, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        _givenUp.Dispose();
        base.Dispose();
    }

    /// <summary>True when as much was claimed as was asked for, so that more may wait.</summary>
    private async Task<bool> ClaimAsync(CancellationToken stopping)
    {
        var free = options.Value.Concurrency - presence.InHand.Count;
        if (free <= 0 || presence.Number == 0)
            return false;

        var claimed = await claims.ClaimAsync(presence.Number, free, stopping);
        LastLook = clock.GetUtcNow();
        foreach (var job in claimed)
            presence.InHand[job.Id] = RunAsync(job);

        return claimed.Count == free;
    }

    private async Task RunAsync(ClaimedJob job)
    {
        await Task.Yield();
        try
        {
            await run.RunAsync(job, _givenUp.Token);
        }
        finally
        {
            presence.InHand.TryRemove(job.Id, out _);
            signal.Look();
        }
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var poll = new CancellationTokenSource(TimeSpan.FromMilliseconds(options.Value.PollMilliseconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, poll.Token);
        try
        {
            await signal.HeardAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // nothing was heard: look all the same
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The job table cannot be read: {Fault}")]
    private partial void TableAway(string fault);
}
