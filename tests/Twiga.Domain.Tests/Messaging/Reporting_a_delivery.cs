using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Tests.Messaging;

internal sealed class Reporting_a_delivery
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [TestCase(new[] { "sent", "delivered", "read" }, OutgoingState.Read)]
    [TestCase(new[] { "read", "sent", "delivered" }, OutgoingState.Read)]
    [TestCase(new[] { "delivered", "sent", "read", "delivered" }, OutgoingState.Read)]
    [TestCase(new[] { "delivered", "played", "read" }, OutgoingState.Played)]
    [TestCase(new[] { "sent", "deleted" }, OutgoingState.Sent)]
    public void Moves_a_message_forward_and_never_back(string[] reports, OutgoingState end)
    {
        var message = Accepted();
        foreach (var status in reports)
            message.Reported(Report(status), Now);

        Assert.That(message.State, Is.EqualTo(end));
    }

    [Test]
    public void Ends_in_failure_with_its_code_where_nothing_can_be_done()
    {
        var message = Accepted();
        message.Reported(Report("sent"), Now);
        message.Reported(Report("failed", 131026), Now);
        message.Reported(Report("delivered"), Now);

        Assert.That((message.State, message.ErrorCode), Is.EqualTo((OutgoingState.Failed, (int?)131026)));
    }

    [Test]
    public void Waits_again_where_the_failure_passes()
    {
        var message = Accepted();
        message.Reported(Report("failed", 131000), Now);

        Assert.That((message.State, message.Wamid), Is.EqualTo((OutgoingState.Waiting, (string?)null)));
        Assert.That(message.NotBefore, Is.GreaterThan(Now));
    }

    [Test]
    public void Does_not_send_again_for_a_failure_that_is_told_twice()
    {
        var message = Accepted();
        message.Reported(Report("failed", 131000), Now);
        message.BeginSending(Now);
        message.Accepted("wamid.2", Now);

        message.Reported(Report("failed", 131000), Now);

        Assert.That(message.State, Is.EqualTo(OutgoingState.Sent));
    }

    [Test]
    public void Tells_a_message_whose_call_had_no_end_that_it_is_out()
    {
        var message = New();
        message.BeginSending(Now);

        message.Reported(Report("delivered"), Now);

        Assert.That((message.State, message.Wamid), Is.EqualTo((OutgoingState.Delivered, "wamid.1")));
    }

    [Test]
    public void Keeps_what_was_delivered_delivered() =>
        Assert.That(
            After(Report("delivered"), Report("failed", 131026)).State, Is.EqualTo(OutgoingState.Delivered));

    [Test]
    public void Drops_a_message_that_failed_without_a_code() =>
        Assert.That(After(Report("failed")).State, Is.EqualTo(OutgoingState.Failed));

    private static OutgoingMessage After(params DeliveryReport[] reports)
    {
        var message = Accepted();
        foreach (var report in reports)
            message.Reported(report, Now);
        return message;
    }

    private static OutgoingMessage Accepted()
    {
        var message = New();
        message.BeginSending(Now);
        message.Accepted("wamid.1", Now);
        return message;
    }

    private static OutgoingMessage New() =>
        new() { TeacherId = TeacherId.From(1), Content = new TextContent("Habari"), CreatedAt = Now };

    private static DeliveryReport Report(string status, int? code = null) =>
        new() { Wamid = "wamid.1", Status = status, At = Now, ErrorCode = code, ReceivedAt = Now };
}
