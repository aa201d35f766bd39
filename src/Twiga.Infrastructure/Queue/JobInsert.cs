using Npgsql;
using NpgsqlTypes;

namespace Twiga.Infrastructure.Queue;

/// <summary>The one way a job comes into the table, inside the transaction of what it follows from.</summary>
internal static class JobInsert
{
    // The waiting twin is updated, not skipped: the row lock keeps a worker from draining the mailbox
    // before the transaction that put something into it has committed. A twin that failed keeps its pause.
    public const string OnConflict =
        """
        on conflict (mailbox) where state = 'Waiting' do update
        set run_at = case when jobs.attempts = 0 then least(jobs.run_at, excluded.run_at) else jobs.run_at end
        """;

    private const string Sql =
        $"""
        insert into jobs (kind, payload, lane, mailbox, state, run_at, deadline_seconds, attempts, created_at, trace_parent)
        select kind, payload, lane, mailbox, 'Waiting', run_at, deadline, 0, @now, trace
        from unnest(@kinds, @payloads, @lanes, @mailboxes, @run_ats, @deadlines, @traces)
          as new (kind, payload, lane, mailbox, run_at, deadline, trace)
        order by lane
        {OnConflict}
        """;

    public static NpgsqlBatchCommand Command(IReadOnlyCollection<QueuedJob> jobs, DateTimeOffset now)
    {
        var rows = jobs.GroupBy(j => j.Mailbox ?? (object)j).Select(same => same.MinBy(j => j.RunAt)!).ToList();
        return new NpgsqlBatchCommand(Sql)
        {
            Parameters =
            {
                new("now", now),
                Texts("kinds", rows.Select(j => j.Kind)),
                Texts("payloads", rows.Select(j => j.Payload)),
                Texts("lanes", rows.Select(j => j.Lane)),
                Texts("mailboxes", rows.Select(j => j.Mailbox)),
                new("run_ats", rows.Select(j => j.RunAt.UtcDateTime).ToArray()),
                new("deadlines", rows.Select(j => j.DeadlineSeconds).ToArray()),
                Texts("traces", rows.Select(j => j.Trace)),
            },
        };
    }

    private static NpgsqlParameter Texts(string name, IEnumerable<string?> values) =>
        new(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = values.ToArray() };
}
