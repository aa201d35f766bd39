using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;

namespace Twiga.Infrastructure.Persistence;

/// <summary>The items of a webhook each as a webhook of its own, with what is stored instead where one is refused.</summary>
internal static class Parts
{
    private static readonly ReadWebhook Empty = new([], [], [], []);

    public static IEnumerable<(ReadWebhook Part, ReadWebhook Instead)> Of(
        ReadWebhook webhook, DateTimeOffset now, Exception fault)
    {
        ReadWebhook Instead(string raw) => Empty with
        {
            Quarantined =
            [
                new QuarantinedItem
                {
                    Reason = $"refused by the database: {fault.GetType().Name}",
                    Raw = Refusals.Storable(raw),
                    ReceivedAt = now,
                },
            ],
        };

        foreach (var message in webhook.Messages)
            yield return (Empty with { Messages = [message] }, Instead(message.Payload));
        foreach (var report in webhook.Reports)
            yield return (Empty with { Reports = [report] }, Instead($"{report.Status} {report.Wamid} {report.ErrorDetails}"));
        foreach (var happened in webhook.Events)
            yield return (Empty with { Events = [happened] }, Instead($"{happened.Field} {happened.Payload}"));
        foreach (var item in webhook.Quarantined)
            yield return (Empty with { Quarantined = [item] }, Instead(item.Raw));
    }
}
