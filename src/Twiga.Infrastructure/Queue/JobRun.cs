using System.Diagnostics;
using System.Diagnostics.Metrics;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twiga.Application.Common;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Queue;

/// <summary>One attempt at one job: done and saved together, or put back with a pause, or dead.</summary>
internal sealed partial class JobRun(
    IServiceScopeFactory scopes,
    JobReturns returns,
    IOptions<WorkersOptions> options,
    TimeProvider clock,
    ILogger<JobRun> logger)
{
    private const int LongestPauseSeconds = 60;

    private static readonly Counter<long> Jobs = Tracing.Counter("twiga.jobs");

    public async Task RunAsync(ClaimedJob job, CancellationToken stopping)
    {
        using var activity = Tracing.Source.StartActivity(job.Kind, ActivityKind.Consumer, job.TraceParent);
        activity?.SetTag("job.id", job.Id).SetTag("job.attempt", job.Attempts);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(job.DeadlineSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, deadline.Token);
        IQueued? command = null;
        try
        {
            command = QueuedJob.Read(job.Kind, job.Payload);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Changes>().End(job);
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send((dynamic)command, either.Token);
            Ended(job, "done");
        }
        catch (JobOvertakenException)
        {
            Overtaken(job.Id, job.Kind);
            Ended(job, "overtaken");
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Ended(job, "stopped");
            await PutBackAsync(job, clock.GetUtcNow(), null);
        }
#pragma warning disable CA1031 // the one place where every fault ends: the job waits and is tried again, or is dead
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await FailedAsync(job, command, exception);
        }
    }

    private async Task FailedAsync(ClaimedJob job, IQueued? command, Exception exception)
    {
        var now = clock.GetUtcNow();
        var fault = exception.GetType().Name;
        JobFailed(job.Id, job.Kind, job.Attempts, fault, exception.StackTrace);
        var since = job.FirstFailedAt ?? now;
        var isOver = command is null || now + PauseBefore(job) - since > KeepTrying(command);
        Ended(job, isOver ? "dead" : "failed");
        if (isOver)
            await ReturnAsync(() => returns.BuryAsync(job, fault, command?.LastResort, CancellationToken.None), job);
        else if (exception is DbUpdateConcurrencyException)
            await PutBackAsync(job, now, null);
        else
            await PutBackAsync(job, now + PauseBefore(job), fault);
    }

    private TimeSpan KeepTrying(IQueued command) =>
        options.Value.GiveUpAfterSeconds is { } seconds && TimeSpan.FromSeconds(seconds) < command.KeepTrying
            ? TimeSpan.FromSeconds(seconds)
            : command.KeepTrying;

    // 1, 2, 4 … 60 s, give or take a fifth, so that jobs that failed together do not come back together.
    private static TimeSpan PauseBefore(ClaimedJob job)
    {
        var seconds = Math.Min(LongestPauseSeconds, Math.Pow(2, Math.Min(job.Attempts - 1, 10)));
        var jitter = 0.8 + 0.4 * ((job.Id * 7919 + job.Attempts * 104729) % 1000 / 1000.0);
        return TimeSpan.FromSeconds(seconds * jitter);
    }

    private Task PutBackAsync(ClaimedJob job, DateTimeOffset runAt, string? fault) =>
        ReturnAsync(() => returns.TryAgainAsync(job, runAt, fault, CancellationToken.None), job);

    // Where even this fails (the database is away) the job is an orphan of a lost connection and is rescued.
    private async Task ReturnAsync(Func<Task> action, ClaimedJob job)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await action();
                return;
            }
            catch (System.Data.Common.DbException exception)
            {
                if (attempt == 3)
                {
                    LeftToRescue(job.Id, exception.GetType().Name);
                    return;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), clock);
        }
    }

    private static void Ended(ClaimedJob job, string outcome) =>
        Jobs.Add(1, new("kind", job.Kind), new("outcome", outcome));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Id} {Kind} failed at attempt {Attempt}: {Fault}\n{Trace}")]
    private partial void JobFailed(long id, string kind, int attempt, string fault, string? trace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Id} {Kind} was taken over by another worker; nothing saved")]
    private partial void Overtaken(long id, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Id} could not be put back: {Fault}")]
    private partial void LeftToRescue(long id, string fault);
}
