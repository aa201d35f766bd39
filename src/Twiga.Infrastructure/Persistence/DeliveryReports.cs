using Microsoft.EntityFrameworkCore;
using Twiga.Application.Messaging;

namespace Twiga.Infrastructure.Persistence;

internal sealed class DeliveryReports(TwigaContext context) : IDeliveryReports
{
    public async Task<IReadOnlyList<Delivery>> NextAsync(int atMost, CancellationToken cancellationToken)
    {
        var reports = await context.DeliveryReports.Where(r => !r.IsApplied).OrderBy(r => r.Id).Take(atMost)
            .ToListAsync(cancellationToken);
        var ids = reports.Select(r => r.CallbackId).OfType<Domain.Messaging.OutgoingMessageId>().ToList();
        var wamids = reports.Select(r => r.Wamid).ToList();
        var messages = await context.OutgoingMessages.Where(m => ids.Contains(m.Id) || wamids.Contains(m.Wamid!))
            .ToListAsync(cancellationToken);
        var byId = messages.ToDictionary(m => m.Id);
        var byWamid = messages.Where(m => m.Wamid is not null).ToLookup(m => m.Wamid!);
        return [.. reports.Select(r => new Delivery(
            r, (r.CallbackId is { } id ? byId.GetValueOrDefault(id) : null) ?? byWamid[r.Wamid].FirstOrDefault()))];
    }
}
