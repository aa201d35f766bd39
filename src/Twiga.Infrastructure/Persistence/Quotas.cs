using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Counters of usage_days under row locks: exact however many processes count.</summary>
internal sealed class Quotas(NpgsqlDataSource source, IOptions<QuotaOptions> options, TimeProvider clock) : IQuotas
{
    // The disk is waited for once, before the answer goes out; a crash before that takes back what was counted with it.
    // All of them, where all still fit into her day; nothing is changed where they do not.
    private const string TakeAll =
        """
        with quick as (select set_config('synchronous_commit', 'off', true)),
        fresh as (select id from inbound_messages, quick where id = any($3) and metered_on is null),
        used as (
          insert into usage_days as u (teacher_id, day, messages, tokens)
          select $1, $2, count(*), 0 from fresh having count(*) <= $4 and $5 > 0
          on conflict (teacher_id, day) do update set messages = u.messages + excluded.messages
          where u.messages + excluded.messages <= $4 and u.tokens < $5
          returning 1),
        marked as (
          update inbound_messages i set metered_on = $2 from fresh, used where i.id = fresh.id)
        select exists (select from used)
        """;

    private const string Open =
        """
        insert into usage_days (teacher_id, day, messages, tokens) values ($1, $2, 0, 0) on conflict do nothing
        """;

    private const string Look = "select messages, tokens from usage_days where teacher_id = $1 and day = $2 for update";

    private const string New =
        "select id from inbound_messages where id = any($1) and metered_on is null order by sent_at, id";

    private const string Count = "update usage_days set messages = messages + $3 where teacher_id = $1 and day = $2";

    private const string Mark = "update inbound_messages set metered_on = $2 where id = any($1)";

    private const string Spend =
        """
        with quick as (select set_config('synchronous_commit', 'off', true))
        insert into usage_days (teacher_id, day, messages, tokens) select $1, $2, 0, $3 from quick
        on conflict (teacher_id, day) do update set tokens = usage_days.tokens + excluded.tokens
        """;

    public async Task<Admission> AdmitAsync(
        TeacherId teacher, IReadOnlyList<InboundMessageId> messages, CancellationToken cancellationToken)
    {
        var (day, since) = Today();
        var ids = messages.Select(m => m.Value).ToArray();
        if (options.Value.MessagesPerDay is null && await AllFitAsync(teacher, day, ids, cancellationToken))
            return new Admission(messages.ToHashSet(), null, since);

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var counting = new Counting(connection, day, cancellationToken);
        var (used, tokens, waiting) = await counting.LookAsync(teacher.Value, ids);

        var limits = options.Value;
        var (room, limit) = tokens >= limits.TeacherTokensPerDay
            ? (0, QuotaLimit.HerTokens)
            : (limits.TeacherMessagesPerDay - used, QuotaLimit.HerMessages);
        if (limits.MessagesPerDay is { } most && waiting.Length > 0)
        {
            // always after the teacher's own row, so that no two wait for each other
            var (all, _, _) = await counting.LookAsync(UsageDay.WholeService, []);
            if (most - all < room)
                (room, limit) = (most - all, QuotaLimit.AllMessages);
        }

        var taken = waiting.Take(Math.Max(0, room)).ToArray();
        await counting.TakeAsync(teacher.Value, taken, limits.MessagesPerDay is not null);
        await transaction.CommitAsync(cancellationToken);

        var refused = waiting.Except(taken).ToHashSet();
        return new Admission(
            messages.Where(m => !refused.Contains(m.Value)).ToHashSet(), refused.Count > 0 ? limit : null, since);
    }

    private async Task<bool> AllFitAsync(TeacherId teacher, DateOnly day, long[] ids, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(TakeAll);
        var (most, tokens) = (options.Value.TeacherMessagesPerDay, options.Value.TeacherTokensPerDay);
        foreach (var value in new object[] { teacher.Value, day, ids, most, tokens })
            command.Parameters.Add(new() { Value = value });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task SpendAsync(TeacherId teacher, long tokens)
    {
        if (tokens == 0)
            return;

        await using var command = source.CreateCommand(Spend);
        command.Parameters.Add(new() { Value = teacher.Value });
        command.Parameters.Add(new() { Value = Today().Day });
        command.Parameters.Add(new() { Value = tokens });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private (DateOnly Day, DateTimeOffset Since) Today()
    {
        var zone = options.Value.Zone;
        var midnight = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Date;
        return (DateOnly.FromDateTime(midnight), new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime());
    }

    private sealed class Counting(NpgsqlConnection connection, DateOnly day, CancellationToken cancellationToken)
    {
        /// <summary>What a teacher has used, and which of the messages were not counted yet.</summary>
        public async Task<(int Messages, long Tokens, long[] New)> LookAsync(long whose, long[] ids)
        {
            await using var batch = Batch((Open, [whose, day]), (Look, [whose, day]), (New, [ids]));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            var (messages, tokens) = (reader.GetInt32(0), reader.GetInt64(1));
            await reader.NextResultAsync(cancellationToken);
            var found = new List<long>();
            while (await reader.ReadAsync(cancellationToken))
                found.Add(reader.GetInt64(0));
            return (messages, tokens, [.. found]);
        }

        public async Task TakeAsync(long teacher, long[] ids, bool forAll)
        {
            if (ids.Length == 0)
                return;

            await using var batch = Batch((Count, [teacher, day, ids.Length]), (Mark, [ids, day]));
            if (forAll)
                batch.BatchCommands.Add(Command(Count, UsageDay.WholeService, day, ids.Length));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        private NpgsqlBatch Batch(params (string Sql, object[] Values)[] commands)
        {
            var batch = new NpgsqlBatch(connection);
            foreach (var (sql, values) in commands)
                batch.BatchCommands.Add(Command(sql, values));
            return batch;
        }

        private static NpgsqlBatchCommand Command(string sql, params object[] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            return command;
        }
    }
}
