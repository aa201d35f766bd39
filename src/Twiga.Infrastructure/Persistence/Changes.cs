using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Twiga.Application.Common;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Changes(TwigaContext context, JobSignal signal, TimeProvider clock) : IChanges, IJobs
{
    private readonly List<QueuedJob> _jobs = [];
    private ClaimedJob? _running;

    /// <summary>
    /// What is saved ends this job, in one transaction. Where the job is another worker's by then, nothing is saved and
    /// <see cref="JobOvertakenException"/> thrown.
    /// </summary>
    public void End(ClaimedJob job) => _running = job;

    public void Enqueue(IQueued command, DateTimeOffset? notBefore = null) =>
        _jobs.Add(QueuedJob.For(command, notBefore ?? clock.GetUtcNow()));

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var ended = _running;
        if (ended is not null && _jobs.Count == 0 && !context.ChangeTracker.HasChanges())
            await JobEnd.SaveAsync(context, ended, clock.GetUtcNow(), cancellationToken);
        else if (ended is not null || _jobs.Count > 0)
            await SaveTogetherAsync(ended, cancellationToken);
        else
            await context.SaveChangesAsync(cancellationToken);

        _running = null;
        if (_jobs.Count == 0)
            return;

        _jobs.Clear();
        signal.Committed();
    }

    private async Task SaveTogetherAsync(ClaimedJob? ended, CancellationToken cancellationToken)
    {
        if (ended is not null)
            context.Attach(Job.Running(ended)).Entity.Complete(clock.GetUtcNow());

        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException exception) when (exception.Entries.Any(e => e.Entity is Job))
        {
            throw new JobOvertakenException();
        }

        await InsertJobsAndCommitAsync(transaction, ended is not null, cancellationToken);
    }

    // one round trip; where the jobs do not go in, the commit behind them is not carried out
    private async Task InsertJobsAndCommitAsync(
        IDbContextTransaction transaction, bool endsJob, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(
            (NpgsqlConnection)context.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction());
        if (_jobs.Count > 0)
            batch.BatchCommands.Add(JobInsert.Command(_jobs, clock.GetUtcNow()));
        if (endsJob)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(JobEnd.DoNotWaitForDisk));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
