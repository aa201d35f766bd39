using Npgsql;
using NpgsqlTypes;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.Queue;

/// <summary>Puts jobs back that were not done: after a fault with a pause, or because their worker is gone.</summary>
internal sealed class JobReturns(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>First key of the advisory lock that a worker process holds while it lives; the second is its number.</summary>
    public const int WorkerLocks = 0x7769;

    // A newcomer may have put a second row into the mailbox while the first ran; one of them is enough.
    private const string DropTwins =
        """
        delete from jobs twin using jobs job
        where job.id = any(@ids) and twin.mailbox = job.mailbox and twin.state = 'Waiting' and twin.id <> job.id
        """;

    private const string PutBack =
        """
        update jobs set state = 'Waiting', run_at = @run_at, leased_until = null, worker = null,
          first_failed_at = coalesce(@failed_at, first_failed_at), last_fault = coalesce(@fault, last_fault)
        where id = @id and state = 'Running' and attempts = @attempts
        """;

    private const string Bury =
        """
        update jobs set state = 'Dead', leased_until = null, finished_at = @now, last_fault = @fault
        where id = @id and state = 'Running' and attempts = @attempts
        """;

    private const string Orphans =
        """
        select id from jobs
        where state = 'Running' and (leased_until < @now or not exists (
          select from pg_locks
          where locktype = 'advisory' and classid = @locks::oid and objid = worker::oid and granted
            and database = (select oid from pg_database where datname = current_database())))
        for update skip locked
        """;

    private const string Rescue =
        "update jobs set state = 'Waiting', run_at = @now, leased_until = null, worker = null where id = any(@ids)";

    public async Task TryAgainAsync(
        ClaimedJob job, DateTimeOffset runAt, string? fault, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, DropTwins, [new("ids", new[] { job.Id })], cancellationToken);
        var failedAt = fault is null ? null : (object)(job.FirstFailedAt ?? clock.GetUtcNow()).ToUniversalTime();
        await RunAsync(
            connection,
            PutBack,
            [
                new("run_at", runAt),
                new("failed_at", NpgsqlDbType.TimestampTz) { Value = failedAt ?? DBNull.Value },
                new("fault", NpgsqlDbType.Text) { Value = (object?)fault ?? DBNull.Value },
                new("id", job.Id),
                new("attempts", job.Attempts),
            ],
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task BuryAsync(ClaimedJob job, string fault, IQueued? lastResort, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var buried = await RunAsync(
            connection,
            Bury,
            [new("now", now), new("fault", fault), new("id", job.Id), new("attempts", job.Attempts)],
            cancellationToken);
        if (buried == 1 && lastResort is not null)
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            batch.BatchCommands.Add(JobInsert.Command([QueuedJob.For(lastResort, now)], now));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Frees what workers left that crashed, lost their connection or outlived their lease; returns how many.</summary>
    public async Task<int> RescueAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var ids = new List<long>();
        await using (var orphans = new NpgsqlCommand(Orphans, connection))
        {
            orphans.Parameters.Add(new("now", now));
            orphans.Parameters.Add(new("locks", WorkerLocks));
            await using var reader = await orphans.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                ids.Add(reader.GetInt64(0));
        }

        if (ids.Count > 0)
        {
            await RunAsync(connection, DropTwins, [new("ids", ids.ToArray())], cancellationToken);
            await RunAsync(connection, Rescue, [new("now", now), new("ids", ids.ToArray())], cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return ids.Count;
    }

    private static async Task<int> RunAsync(
        NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
