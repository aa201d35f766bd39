using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Application.Operators;
using Twiga.Domain.Conversations;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Operators;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Oversight(
    TwigaContext context, NpgsqlDataSource source, IOptions<QuotaOptions> quotas, TimeProvider clock) : IOversight
{
    private const string Days =
        """
        with days as (
          select d::date as day from generate_series(@today - @before, @today, interval '1 day') d),
        answers as (
          select (started_at at time zone @zone)::date as day, count(*)::int as answers,
            count(distinct teacher_id)::int as teachers, sum(input_tokens::bigint + output_tokens)::bigint as tokens
          from turns where started_at > @since group by 1),
        verdicts as (
          select (at at time zone @zone)::date as day, count(*) filter (where verdict = 'Good')::int as good,
            count(*) filter (where verdict = 'Bad')::int as bad
          from feedback where at > @since group by 1)
        select day, coalesce(answers, 0), coalesce(teachers, 0), coalesce(tokens, 0)::bigint, coalesce(good, 0), coalesce(bad, 0)
        from days left join answers using (day) left join verdicts using (day) order by day
        """;

    private const string Unanswered =
        """
        select w.teacher_id, w.messages, w.since, j.id, j.last_fault
        from (select teacher_id, count(*)::int as messages, min(received_at) as since
              from inbound_messages where state = 'Unanswered' group by 1) w
        left join lateral (
          select id, last_fault from jobs
          where kind = 'AnswerTeacher' and state = 'Dead' and lane = 'teacher:' || w.teacher_id order by id desc limit 1) j on true
        order by w.since
        """;

    public async Task<Usage> UsageAsync(int days, CancellationToken cancellationToken)
    {
        var states = await context.Teachers.GroupBy(t => t.State)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var dead = await context.Jobs.CountAsync(j => j.State == JobState.Dead, cancellationToken);
        var unanswered = await context.InboundMessages.CountAsync(m => m.State == InboundState.Unanswered, cancellationToken);
        return new Usage(states, dead, unanswered, await DaysAsync(days, cancellationToken));
    }

    public async Task<IReadOnlyList<UnansweredLine>> UnansweredAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Unanswered);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<UnansweredLine>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(new UnansweredLine(
                new TeacherId(reader.GetInt64(0)), reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2),
                await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetInt64(3),
                await reader.IsDBNullAsync(4, cancellationToken) ? null : reader.GetString(4)));
        }

        return lines;
    }

    public async Task<IReadOnlyList<RefusedLine>> RefusedAsync(int atMost, CancellationToken cancellationToken) =>
        await context.OutgoingMessages.AsNoTracking().Where(m => m.State == OutgoingState.Failed)
            .OrderByDescending(m => m.Id).Take(atMost)
            .Select(m => new RefusedLine(
                m.TeacherId, m.Notice ?? (m.TurnId == null ? "Notice" : "Answer"), m.ErrorCode, m.ErrorDetails, m.CreatedAt))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ReactionLine>> ReactionsAsync(int atMost, CancellationToken cancellationToken) =>
        await context.Feedback.AsNoTracking().OrderByDescending(f => f.At).Take(atMost)
            .Select(f => new ReactionLine(f.TurnId, f.TeacherId, f.Verdict, f.Emoji, f.Model, f.At))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<OperatorAct>> ActsAsync(int atMost, CancellationToken cancellationToken) =>
        await context.OperatorActs.AsNoTracking().OrderByDescending(a => a.Id).Take(atMost).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Passage>> PassagesAsync(
        ResourceId book, int skip, int atMost, CancellationToken cancellationToken) =>
        await context.Passages.AsNoTracking().Where(p => p.ResourceId == book)
            .OrderBy(p => p.Ordinal).Skip(skip).Take(atMost).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<InboundMessage>> OpenUnansweredAsync(
        TeacherId teacher, CancellationToken cancellationToken) =>
        await context.InboundMessages.AsNoTracking()
            .Where(m => m.TeacherId == teacher && m.State == InboundState.Unanswered)
            .OrderBy(m => m.SentAt).ThenBy(m => m.Id).ToListAsync(cancellationToken);

    public Task<Turn?> OpenTurnAsync(TurnId turn, CancellationToken cancellationToken) =>
        context.Turns.AsNoTracking().SingleOrDefaultAsync(t => t.Id == turn, cancellationToken);

    public void Record(OperatorAct act) => context.OperatorActs.Add(act);

    private async Task<IReadOnlyList<UsageOfDay>> DaysAsync(int days, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = source.CreateCommand(Days);
        command.Parameters.Add(new("today", DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, quotas.Value.Zone).Date)));
        command.Parameters.Add(new("before", days - 1));
        command.Parameters.Add(new("zone", quotas.Value.TimeZone));
        command.Parameters.Add(new("since", now.AddDays(-days - 1)));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<UsageOfDay>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(new UsageOfDay(
                reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt64(3),
                reader.GetInt32(4), reader.GetInt32(5)));
        }

        return lines;
    }
}
