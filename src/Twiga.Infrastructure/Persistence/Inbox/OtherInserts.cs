using Npgsql;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Stores what a webhook holds beside messages.</summary>
internal static class OtherInserts
{
    private const string Events =
        "insert into account_events (field, payload, received_at) select * from unnest($1, $2, $3)";

    private const string Quarantined =
        "insert into quarantined_items (reason, raw, received_at) select * from unnest($1, $2, $3)";

    /// <returns>True when a job was added for what was reacted; for what was reported, a row says so.</returns>
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
            batch.BatchCommands.Add(ReportInsert.Command(reports, now));

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

        return hasReactions;
    }
}
