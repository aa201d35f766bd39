using Microsoft.EntityFrameworkCore;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
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
            Of(Report("wamid.1", "sent"), Report("wamid.2", "sent", id: sending), Report("wamid.3", "sent")), default);

        await using var context = Database.Context();
        var found = await new DeliveryReports(context).NextAsync(10, default);

        Assert.That(found.Select(d => d.Message?.Id), Is.EqualTo(new OutgoingMessageId?[] { sent, sending, null }));
    }

    [Test]
    public async Task Gives_the_first_ones_that_were_not_applied()
    {
        await NewInbox().StoreAsync(Of(Report("wamid.1", "sent"), Report("wamid.2", "sent"), Report("wamid.3", "sent")), default);
        await using var context = Database.Context();
        (await context.DeliveryReports.OrderBy(r => r.Id).FirstAsync()).Apply();
        await context.SaveChangesAsync();

        var found = await new DeliveryReports(context).NextAsync(1, default);

        Assert.That(found.Select(d => d.Report.Wamid), Is.EqualTo(["wamid.2"]));
    }

    private static async Task<OutgoingMessageId> MessageAsync(string? wamid)
    {
        var teacher = await TeacherAsync((IdentityKind.Phone, $"25570000000{wamid?[^1] ?? '0'}"));
        await using var context = Database.Context();
        var message = new OutgoingMessage { TeacherId = teacher, Content = new TextContent("Habari"), CreatedAt = Now };
        message.BeginSending(Now);
        if (wamid is not null)
            message.Accepted(wamid, Now);
        context.Add(message);
        await context.SaveChangesAsync();
        return message.Id;
    }
}
