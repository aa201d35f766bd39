using Twiga.Simulator.Control;

namespace Twiga.Api.Tests.World;

/// <summary>What must be true in the end, whatever happened on the way.</summary>
internal static class Ledger
{
    /// <summary>Every message of the teachers was answered in one turn, and every answer reached WhatsApp once, in order.</summary>
    public static async Task AllAnsweredOnceAsync(TestWorld world, int messages)
    {
        await Eventually.TrueAsync(
            async () => await world.CountAsync("select count(*) from inbound_messages") >= messages,
            () => $"Messages are missing.\n{world.Api.Output}");
        await world.QuietAsync();
        var calls = await world.Phone.AcceptedAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(await world.CountAsync("select count(*) from inbound_messages"), Is.EqualTo(messages), "stored");
            Assert.That(
                await world.CountAsync("select count(*) from inbound_messages where state = 'Answered'"),
                Is.EqualTo(messages), "answered");
            Assert.That(
                await world.CountAsync("select count(*) from turns where finished_at is null or reply is null"),
                Is.Zero, "turns without a reply");
            Assert.That(
                await world.CountAsync(
                    "select count(*) from turns t where not exists (select from outgoing_messages o where o.turn_id = t.id)"),
                Is.Zero, "turns without a message");
            Assert.That(
                await world.CountAsync("select count(*) from outgoing_messages where state in ('Waiting', 'Sending', 'Failed')"),
                Is.Zero, "messages that are not out");
            Assert.That(
                calls.CountBy(c => c.CallbackId ?? "").Where(c => c.Value > 1), Is.Empty, "messages that WhatsApp got twice");
            Assert.That(
                calls.Select(c => c.CallbackId).Distinct().Count(),
                Is.EqualTo(await world.CountAsync("select count(*) from outgoing_messages")), "messages WhatsApp got");
            Assert.That(await world.CountAsync("select count(*) from jobs where state = 'Dead'"), Is.Zero, "dead jobs");
        });
        foreach (var hers in calls.GroupBy(c => c.To))
            Assert.That(hers.Select(c => long.Parse(c.CallbackId!)), Is.Ordered, $"the order of {hers.Key}");
    }

    public static IEnumerable<string> Texts(IEnumerable<GraphCall> calls) => calls.Select(c => c.Text ?? "");
}
