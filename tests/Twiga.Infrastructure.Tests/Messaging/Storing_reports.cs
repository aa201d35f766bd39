using Microsoft.EntityFrameworkCore;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using static Twiga.Infrastructure.Tests.Messaging.Webhooks;

namespace Twiga.Infrastructure.Tests.Messaging;

internal sealed class Storing_reports
{
    [SetUp]
    public Task Empty() => Database.EmptyAsync();

    [TearDown]
    public Task Close() => CloseInboxesAsync();

    [TestCase("delivered", OutgoingState.Delivered)]
    [TestCase("read,delivered,sent", OutgoingState.Read)]
    [TestCase("delivered,read,played", OutgoingState.Played)]
    public async Task Moves_a_message_that_is_known_at_once(string statuses, OutgoingState state)
    {
        var id = await MessageAsync("wamid.1");

        await NewInbox().StoreAsync(Of([.. statuses.Split(',').Select(s => Report("wamid.1", s))]), default);

        Assert.That((await FindAsync(id)).State, Is.EqualTo(state));
        Assert.That(await WaitingAsync(), Is.Empty);
        Assert.That(await JobsAsync(), Is.Empty);
    }

    [Test]
    public async Task Never_moves_a_message_back_over_several_webhooks()
    {
        var id = await MessageAsync("wamid.1");
        var inbox = NewInbox();

        foreach (var status in new[] { "read", "sent", "delivered" })
            await inbox.StoreAsync(Of(Report("wamid.1", status)), default);

        Assert.That((await FindAsync(id)).State, Is.EqualTo(OutgoingState.Read));
        Assert.That(await WaitingAsync(), Is.Empty);
    }

    [Test]
    public async Task Leaves_a_message_that_failed_as_it_is()
    {
        var id = await MessageAsync("wamid.1");
        await using (var context = Database.Context())
        {
            (await context.OutgoingMessages.SingleAsync()).Refused(131026, "undeliverable", Now);
            await context.SaveChangesAsync();
        }

        await NewInbox().StoreAsync(Of(Report("wamid.1", "delivered")), default);

        Assert.That((await FindAsync(id)).State, Is.EqualTo(OutgoingState.Failed));
        Assert.That(await WaitingAsync(), Is.Empty);
    }

    [TestCase("failed", 131026, null)]
    [TestCase("sent", null, "general_purpose_ai")]
    [TestCase("deleted", null, null)]
    public async Task Leaves_what_has_to_be_acted_on_to_the_job(string status, int? code, string? pricing)
    {
        var id = await MessageAsync("wamid.1");
        var report = new DeliveryReport
        {
            Wamid = "wamid.1", Status = status, At = Now, ErrorCode = code, PricingCategory = pricing, ReceivedAt = Now,
        };

        await NewInbox().StoreAsync(Of(report), default);

        Assert.That((await FindAsync(id)).State, Is.EqualTo(OutgoingState.Sent));
        Assert.That(await WaitingAsync(), Is.EqualTo(["wamid.1"]));
        Assert.That((await JobsAsync()).Single().Kind, Is.EqualTo(nameof(RecordStatuses)));
    }

    [Test]
    public async Task Keeps_one_whose_message_is_not_known_yet_and_moves_the_others()
    {
        var id = await MessageAsync("wamid.1");
        await MessageAsync(null);

        await NewInbox().StoreAsync(Of(Report("wamid.1", "delivered"), Report("wamid.2", "delivered")), default);

        Assert.That((await FindAsync(id)).State, Is.EqualTo(OutgoingState.Delivered));
        Assert.That(await WaitingAsync(), Is.EqualTo(["wamid.2"]));
        Assert.That(await JobsAsync(), Has.Count.EqualTo(1));
    }

    private static async Task<OutgoingMessage> FindAsync(OutgoingMessageId id)
    {
        await using var context = Database.Context();
        return await context.OutgoingMessages.SingleAsync(m => m.Id == id);
    }

    private static async Task<List<string>> WaitingAsync()
    {
        await using var context = Database.Context();
        return await context.DeliveryReports.Where(r => !r.IsApplied).OrderBy(r => r.Id).Select(r => r.Wamid).ToListAsync();
    }
}
