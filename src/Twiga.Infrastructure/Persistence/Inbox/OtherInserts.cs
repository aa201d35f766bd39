using Npgsql;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Stores what a webhook holds beside messages.</summary>
internal static class OtherInserts
{
    private const string Reports =
        """
        insert into delivery_reports (wamid, callback_id, status, at, error_code, error_details, pricing_category,
          received_at, is_applied)
        select *, false from unnest($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string Events =
        "insert into account_events (field, payload, received_at) select * from unnest($1, $2, $3)";

    private const string Quarantined =
        "insert into quarantined_items (reason, raw, received_at) select * from unnest($1, $2, $3)";

    /// <returns>True when a job was added for what was reported or reacted.</returns>
    public static bool AddOthers(this NpgsqlBatch batch, IEnumerable<ReadWebhook> webhooks, DateTimeOffset now)
    {
        var all = webhooks.ToList();
        var reports = all.SelectMany(w => w.Reports).ToList();
        var events = all.SelectMany(w => w.Events).ToList();
        var quarantined = all.SelectMany(w => w.Quarantined).ToList();
        var hasReactions = all.Any(w => w.Messages.Any(m => m.Kind == InboundKind.Reaction));
        if (hasReactions)
            batch.BatchCommands.Add(JobInsert.Command([QueuedJob.For(new RecordFeedback(), now)], now));

        if (reports.Count > 0)
        {
            // The job's row is locked before those of the teachers, as everywhere: lanes go by the alphabet.
            batch.BatchCommands.Add(JobInsert.Command([QueuedJob.For(new RecordStatuses(), now)], now));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Reports)
                .Texts(reports, r => r.Wamid)
                .Ids(reports, r => r.CallbackId?.Value)
                .Texts(reports, r => r.Status)
                .Times(reports, r => r.At)
                .Numbers(reports, r => r.ErrorCode)
                .Texts(reports, r => r.ErrorDetails)
                .Texts(reports, r => r.PricingCategory)
                .Times(reports, r => r.ReceivedAt));
        }

        if (events.Count > 0)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Events)
                .Texts(events, e => e.Field)
                .Texts(events, e => e.Payload)
                .Times(events, e => e.ReceivedAt));
        }

        if (quarantined.Count > 0)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Quarantined)
                .Texts(quarantined, q => q.Reason)
                .Texts(quarantined, q => q.Raw)
                .Times(quarantined, q => q.ReceivedAt));
        }

        return hasReactions || reports.Count > 0;
    }
}
