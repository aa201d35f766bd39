using Npgsql;

namespace Twiga.Infrastructure.Queue;

/// <summary>Takes jobs out of the table for this process: the first of each free lane.</summary>
internal sealed class JobClaims(NpgsqlDataSource source, TimeProvider clock)
{
    private const int LeaseBeyondDeadlineSeconds = 30;

    // A claim that a crash of the database's machine takes back is made again, so it does not wait for the disk.
    // Two processes can both find a lane free in the same instant; the unique index on running lanes lets one win.
    private const string Sql =
        """
        with due as (
          select j.id from jobs j
          where j.state = 'Waiting' and j.run_at <= @now
            and not exists (select from jobs r where r.lane = j.lane and r.state = 'Running')
            and not exists (select from jobs e where e.lane = j.lane and e.state = 'Waiting' and e.id < j.id)
          order by j.run_at, j.id
          limit @most
          for update of j skip locked),
        quick as (select set_config('synchronous_commit', 'off', true))
        update jobs
        set state = 'Running', attempts = attempts + 1, worker = @worker,
          leased_until = @now + make_interval(secs => deadline_seconds + @beyond)
        from due, quick where jobs.id = due.id
        returning jobs.id, kind, payload, mailbox, attempts, first_failed_at, deadline_seconds, trace_parent
        """;

    public async Task<IReadOnlyList<ClaimedJob>> ClaimAsync(int worker, int most, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new("now", clock.GetUtcNow()));
        command.Parameters.Add(new("most", most));
        command.Parameters.Add(new("worker", worker));
        command.Parameters.Add(new("beyond", LeaseBeyondDeadlineSeconds));
        try
        {
            return await ReadAsync(command, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return [];
        }
    }

    private static async Task<List<ClaimedJob>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var jobs = new List<ClaimedJob>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            jobs.Add(new ClaimedJob(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetString(2),
                await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetString(3),
                reader.GetInt32(4),
                await reader.IsDBNullAsync(5, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                reader.GetInt32(6),
                await reader.IsDBNullAsync(7, cancellationToken) ? null : reader.GetString(7)));
        }

        return jobs;
    }
}
