using Microsoft.EntityFrameworkCore;
using Twiga.Application.Common;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Queue;

internal sealed class JobTable(TwigaContext context, JobSignal signal, TimeProvider clock) : IJobTable
{
    // A message that was apologised for waits again before the job that answers it does.
    private const string AskAgain =
        """
        update inbound_messages set state = 'Pending'
        where state = 'Unanswered' and teacher_id in (
          select (payload::jsonb ->> 'Teacher')::bigint from jobs
          where kind = 'AnswerTeacher' and state = 'Dead' and ({0} is null or id = {0}))
        """;

    private const string PutBack =
        """
        update jobs set state = 'Waiting', run_at = {1}, attempts = 0, first_failed_at = null, finished_at = null,
          worker = null
        where id in (
          select distinct on (coalesce(mailbox, id::text)) id from jobs dead
          where state = 'Dead' and ({0} is null or id = {0})
            and not exists (select from jobs twin where twin.mailbox = dead.mailbox and twin.state = 'Waiting')
          order by coalesce(mailbox, id::text), id desc)
        """;

    // One that waits does the work of all that were given up in its mailbox.
    private const string DropReplaced =
        """
        delete from jobs dead using jobs twin
        where dead.state = 'Dead' and ({0} is null or dead.id = {0}) and twin.mailbox = dead.mailbox and twin.state = 'Waiting'
        """;

    public async Task<IReadOnlyList<JobLine>> ListAsync(bool deadOnly, CancellationToken cancellationToken) =>
        await context.Jobs.AsNoTracking()
            .Where(j => deadOnly ? j.State == JobState.Dead : j.State != JobState.Done)
            .OrderBy(j => j.Id)
            .Select(j => new JobLine(j.Id, j.Kind, j.Lane, j.State.ToString(), j.Attempts, j.RunAt, j.LastFault))
            .ToListAsync(cancellationToken);

    public async Task<int> ReplayAsync(long? id, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var only = new Npgsql.NpgsqlParameter("id", NpgsqlTypes.NpgsqlDbType.Bigint) { Value = (object?)id ?? DBNull.Value };
        await context.Database.ExecuteSqlRawAsync(AskAgain, [only], cancellationToken);
        var count = await context.Database.ExecuteSqlRawAsync(PutBack, [only.Clone(), clock.GetUtcNow()], cancellationToken);
        await context.Database.ExecuteSqlRawAsync(DropReplaced, [only.Clone()], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Committed();
        return count;
    }
}
