using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Twiga.Application.Common;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Changes(TwigaContext context, JobSignal signal, TimeProvider clock) : IChanges, IJobs
{
    private readonly List<QueuedJob> _jobs = [];

    public void Enqueue(IQueued command, DateTimeOffset? notBefore = null) =>
        _jobs.Add(QueuedJob.For(command, notBefore ?? clock.GetUtcNow()));

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_jobs.Count == 0)
        {
            await context.SaveChangesAsync(cancellationToken);
            return;
        }

        context.Database.AutoSavepointsEnabled = false;
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            await context.SaveChangesAsync(cancellationToken);
            await InsertJobsAndCommitAsync(transaction, cancellationToken);
        }

        _jobs.Clear();
        signal.Committed();
    }

    // one round trip; where the jobs do not go in, the commit behind them is not carried out
    private async Task InsertJobsAndCommitAsync(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(
            (NpgsqlConnection)context.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction());
        batch.BatchCommands.Add(JobInsert.Command(_jobs, clock.GetUtcNow()));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
