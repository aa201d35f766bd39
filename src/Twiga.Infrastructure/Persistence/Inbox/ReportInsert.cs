using Npgsql;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

/// <summary>
/// Stores reports on outgoing messages. One that only says how far a message has come moves it at once; the rest waits
/// for <see cref="RecordStatuses"/>: failures, prices that operators must see, messages whose id is not known yet.
/// </summary>
internal static class ReportInsert
{
    // Rows are locked by id, as everywhere; whoever was faster is seen by the second look at the state.
    private const string Sql =
        $"""
        with report as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) with ordinality as r (
            wamid, callback_id, status, at, error_code, error_details, pricing_category, received_at,
            becomes, place)),
        known as materialized (
          select id, wamid from outgoing_messages
          where wamid in (select wamid from report where becomes is not null) and state = any($10 || array['Failed'])
          order by id
          for no key update),
        moved as (
          update outgoing_messages o set state = furthest.becomes, sent_at = coalesce(o.sent_at, furthest.at)
          from known join (
            select distinct on (wamid) wamid, becomes, at from report
            where becomes is not null
            order by wamid, array_position($10, becomes) desc, place) as furthest using (wamid)
          where o.id = known.id
            and array_position($10, o.state::text) < array_position($10, furthest.becomes)),
        stored as (
          insert into delivery_reports (wamid, callback_id, status, at, error_code, error_details, pricing_category,
            received_at, is_applied)
          select wamid, callback_id, status, at, error_code, error_details, pricing_category, received_at,
            becomes is not null and exists (select from known where known.wamid = report.wamid)
          from report
          order by place
          returning is_applied),
        queued as (
          insert into jobs (kind, payload, lane, mailbox, state, run_at, deadline_seconds, attempts, created_at)
          select $11, $12, $13, $13, 'Waiting', $14, $15, 0, $14
          where exists (select from stored where not is_applied)
          {JobInsert.OnConflict}
          returning 1)
        select {MessageInsert.QueuedText} where exists (select from queued)
        """;

    private static readonly string[] Path =
    [
        nameof(OutgoingState.Sent), nameof(OutgoingState.Delivered), nameof(OutgoingState.Read), nameof(OutgoingState.Played),
    ];

    public static NpgsqlBatchCommand Command(IReadOnlyList<DeliveryReport> reports, DateTimeOffset now)
    {
        var job = QueuedJob.For(new RecordStatuses(), now);
        return new NpgsqlBatchCommand(Sql)
            .Texts(reports, r => r.Wamid)
            .Ids(reports, r => r.CallbackId?.Value)
            .Texts(reports, r => r.Status)
            .Times(reports, r => r.At)
            .Numbers(reports, r => r.ErrorCode)
            .Texts(reports, r => r.ErrorDetails)
            .Texts(reports, r => r.PricingCategory)
            .Times(reports, r => r.ReceivedAt)
            .Texts(reports, r => r.OnlyMoves ? r.State?.ToString() : null)
            .One(Path)
            .One(job.Kind)
            .One(job.Payload)
            .One(job.Lane)
            .One(now.UtcDateTime)
            .One(job.DeadlineSeconds);
    }
}
