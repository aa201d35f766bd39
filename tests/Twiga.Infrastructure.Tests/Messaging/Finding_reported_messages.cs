using Microsoft.EntityFrameworkCore;
using Twiga.Domain.Messaging;
using Twiga.Infrastructure.Persistence;
using static Twiga.Infrastructure.Tests.Messaging.Webhooks;

namespace Twiga.Infrastructure.Tests.Messaging;

internal sealed class Finding_reported_messages
{
    [SetUp]
    public Task Empty() => Database.EmptyAsync();

    [TearDown]
    public Task Close() => CloseInboxesAsync();

    [Test]
    public async Task Finds_a_message_by_its_own_id_or_by_the_id_of_WhatsApp()
    {
        var sent = await MessageAsync("wamid.1");
        var sending = await MessageAsync(null);
        await NewInbox().StoreAsync(
            Of(Report("wamid.1", "failed", 131026), Report("wamid.2", "sent", id: sending), Report("wamid.3", "sent")), default);

        await using var context = Database.Context();
        var found = await new DeliveryReports(context).NextAsync(10, default);

        Assert.That(found.Select(d => d.Message?.Id), Is.EqualTo(new OutgoingMessageId?[] { sent, sending, null }));
    }

    [Test]
    public async Task Gives_the_first_ones_that_were_not_applied()
    {
        await NewInbox().StoreAsync(Of(Report("wamid.1", "sent"), Report("wamid.2", "sent"), Report("wamid.3", "sent")), default);
        await using var context = Database.Context();
        (await context.DeliveryReports.OrderBy(r => r.Id).FirstAsync()).IsOfNobody();
        await context.SaveChangesAsync();

        var found = await new DeliveryReports(context).NextAsync(1, default);

        Assert.That(found.Select(d => d.Report.Wamid), Is.EqualTo(["wamid.2"]));
        Assert.That(await Database.CountAsync("select count(*) from delivery_reports where wamid = '' and is_applied"), Is.EqualTo(1));
    }
}
