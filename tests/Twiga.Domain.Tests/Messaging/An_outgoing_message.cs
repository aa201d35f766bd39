using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Tests.Messaging;

internal sealed class An_outgoing_message
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void Is_sent_when_WhatsApp_has_accepted_it()
    {
        var message = BeingSent();
        message.Accepted("wamid.1", Now);

        Assert.That((message.State, message.Wamid, message.SentAt), Is.EqualTo((OutgoingState.Sent, "wamid.1", Now)));
    }

    [Test]
    public void Never_goes_back_by_a_late_status()
    {
        var message = BeingSent();
        message.Reported(OutgoingState.Read, "wamid.1", Now);
        message.Reported(OutgoingState.Delivered, "wamid.1", Now.AddSeconds(1));
        message.Accepted("wamid.1", Now.AddSeconds(2));

        Assert.That(message.State, Is.EqualTo(OutgoingState.Read));
    }

    [Test]
    public void Waits_a_minute_for_a_status_when_the_end_of_the_call_is_not_known() =>
        Assert.That(BeingSent().MayGoAt(null), Is.EqualTo(Now.AddMinutes(1)));

    [TestCase(131000, 1)]
    [TestCase(130429, 1)]
    [TestCase(500, 1)]
    [TestCase(131056, 12)]
    [TestCase(131053, 1)]
    [TestCase(131048, 7200)]
    [TestCase(190, 300)]
    [TestCase(131031, 300)]
    public void Waits_after_a_passing_refusal(int code, int seconds)
    {
        var message = BeingSent();
        message.Refused(code, "details", Now);

        Assert.That((message.State, message.ErrorCode), Is.EqualTo((OutgoingState.Waiting, code)));
        Assert.That(message.MayGoAt(null), Is.EqualTo(Now.AddSeconds(seconds)));
    }

    [TestCase(131026)]
    [TestCase(131050)]
    [TestCase(100)]
    [TestCase(132001)]
    public void Has_failed_when_it_will_never_be_taken(int code)
    {
        var message = BeingSent();
        message.Refused(code, "details", Now);

        Assert.That((message.State, message.ErrorCode, message.ErrorDetails),
            Is.EqualTo((OutgoingState.Failed, code, "details")));
    }

    [Test]
    public void Waits_longer_after_each_refusal()
    {
        var message = BeingSent();
        var pauses = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            message.Refused(131000, null, Now);
            pauses.Add((message.MayGoAt(null) - Now).TotalSeconds);
            message.BeginSending(Now);
        }

        Assert.That(pauses, Is.EqualTo(new[] { 1, 4, 16, 64, 256, 600 }));
    }

    [Test]
    public void Goes_at_once_when_she_writes_again_after_her_window_had_closed()
    {
        var message = BeingSent();
        message.Refused(Refusal.WindowClosed, null, Now);

        Assert.That(message.MayGoAt(Now.AddDays(-2)), Is.GreaterThan(Now.AddDays(1)));
        Assert.That(message.MayGoAt(Now.AddHours(1)), Is.LessThan(Now));
    }

    [TestCase(132000, true)]
    [TestCase(132016, true)]
    [TestCase(132068, false)]
    [TestCase(131049, false)]
    public void Tells_which_refusal_is_of_its_template(int code, bool isOfTemplate)
    {
        var message = new OutgoingMessage { TeacherId = new TeacherId(1), Content = new TemplateContent("kumbusho", "sw"), CreatedAt = Now };
        message.BeginSending(Now);
        message.Refused(code, null, Now);

        Assert.That(message.RefusedTemplate is not null, Is.EqualTo(isOfTemplate));
    }

    [TestCase(131000, OutgoingState.Waiting)]
    [TestCase(131048, OutgoingState.Failed)]
    [TestCase(Refusal.WindowClosed, OutgoingState.Failed)]
    public void Is_given_up_when_it_could_go_only_after_its_time(int code, OutgoingState then)
    {
        var message = BeingSent(notAfter: Now.AddHours(1));
        message.Refused(code, null, Now);

        Assert.That(message.State, Is.EqualTo(then));
    }

    [Test]
    public void Is_not_failed_by_a_status_that_comes_after_it_was_read()
    {
        var message = BeingSent();
        message.Reported(OutgoingState.Read, "wamid.1", Now);
        message.Refused(131026, null, Now);

        Assert.That(message.State, Is.EqualTo(OutgoingState.Read));
    }

    private static OutgoingMessage BeingSent(DateTimeOffset? notAfter = null)
    {
        var message = new OutgoingMessage
        {
            TeacherId = new TeacherId(1),
            Content = new TextContent("Jibu"),
            CreatedAt = Now,
            NotAfter = notAfter,
        };
        message.BeginSending(Now);
        return message;
    }
}
