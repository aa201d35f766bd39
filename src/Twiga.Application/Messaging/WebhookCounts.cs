using System.Diagnostics.Metrics;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>Counts what was in a webhook; what Meta sends twice counts twice.</summary>
internal static class WebhookCounts
{
    private static readonly Counter<long> Items = Tracing.Counter(
        "twiga.webhook.items", "kind", "message", "status", "event", "quarantined");

    private static readonly Counter<long> Deliveries = Tracing.Counter("twiga.deliveries");

    private static readonly Counter<long> Events = Tracing.Counter(
        "twiga.account.events", "field", "phone_number_quality_update", "account_update", "account_alerts");

    public static void Add(ReadWebhook webhook)
    {
        Add("message", webhook.Messages.Count);
        Add("status", webhook.Reports.Count);
        Add("event", webhook.Events.Count);
        Add("quarantined", webhook.Quarantined.Count);
        foreach (var report in webhook.Reports)
            Deliveries.Add(1, new("status", WordOf(report)), new("code", report.ErrorCode ?? 0));
        foreach (var happened in webhook.Events)
            Events.Add(1, new KeyValuePair<string, object?>("field", happened.Field));
    }

    private static void Add(string kind, int count)
    {
        if (count > 0)
            Items.Add(count, new KeyValuePair<string, object?>("kind", kind));
    }

    // Meta's word where we know it: each of the future would be a series of its own
    private static string WordOf(DeliveryReport report) =>
        report.State is not null || report.Status == DeliveryReport.Failed ? report.Status : "other";
}
