using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Messaging;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Amending_messages
{
    private static readonly TeacherId Asha = new(7);
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly IMessages _messages = Substitute.For<IMessages>();
    private readonly IJobs _jobs = Substitute.For<IJobs>();
    private readonly FakeTimeProvider _clock = new(Now);
    private readonly List<InboundMessage> _pending = [];

    [SetUp]
    public void Wait() =>
        _messages.PendingAsync(Asha, Arg.Any<CancellationToken>()).Returns(_ => [.. _pending.Where(m => m.State == InboundState.Pending)]);

    [TestCase(InboundKind.Revoke)]
    [TestCase(InboundKind.Edit)]
    public async Task Keeps_a_change_for_its_message_which_comes_later(InboundKind kind)
    {
        var (change, other) = (Message(kind, "Right", about: "wamid.late"), Message(InboundKind.Text, "And humus?"));
        _pending.AddRange([change, other]);

        Assert.That(await AmendAsync(), Is.EqualTo(new[] { other }));
        Assert.That(change.State, Is.EqualTo(InboundState.Pending));
        _jobs.Received(1).Enqueue(new AnswerTeacher(Asha), Now.AddMinutes(1));

        var late = Message(InboundKind.Text, "Wrong", "wamid.late");
        _pending.Add(late);
        var left = await AmendAsync();

        Assert.That(change.State, Is.EqualTo(InboundState.Kept));
        Assert.That((late.IsRevoked, late.EditedText), Is.EqualTo(kind == InboundKind.Revoke ? (true, (string?)null) : (false, "Right")));
        Assert.That(left.Contains(late), Is.EqualTo(kind == InboundKind.Edit));
    }

    [Test]
    public async Task Lets_a_change_go_after_a_minute()
    {
        var change = Message(InboundKind.Revoke, null, about: "wamid.never");
        _pending.Add(change);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await AmendAsync(), Is.Empty);

        Assert.That(change.State, Is.EqualTo(InboundState.Kept));
        _jobs.DidNotReceiveWithAnyArgs().Enqueue(default!);
    }

    private Task<IReadOnlyList<InboundMessage>> AmendAsync() =>
        new AmendHandler(_messages, _jobs, _clock).Handle(new Amend(Asha), CancellationToken.None);

    private static InboundMessage Message(InboundKind kind, string? words, string wamid = "wamid.1", string? about = null) => new()
    {
        Wamid = wamid,
        TeacherId = Asha,
        Kind = kind,
        Text = words,
        About = about,
        SentAt = Now,
        ReceivedAt = Now,
    };
}
