using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Messaging;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Sending_messages
{
    private static readonly TeacherId Asha = new(7);
    private static readonly Addressee Address = new("255700000001", null);
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly IOutbox _outbox = Substitute.For<IOutbox>();
    private readonly IWhatsApp _whatsApp = Substitute.For<IWhatsApp>();
    private readonly IJobs _jobs = Substitute.For<IJobs>();

    [Test]
    public async Task Sends_until_nothing_waits_and_saves_each_outcome_before_the_next()
    {
        var (first, second) = (Message("one"), Message("two"));
        _outbox.NextAsync(Asha, Arg.Any<CancellationToken>()).Returns(
            new NextMessage.Ready(first, Address, IsLast: false), new NextMessage.Ready(second, Address, IsLast: true), new NextMessage.Nothing());
        _whatsApp.SendAsync(Arg.Any<OutgoingMessage>(), Address, Arg.Any<CancellationToken>())
            .Returns(new SendOutcome.Accepted("wamid.1"), new SendOutcome.Accepted("wamid.2"));

        await HandleAsync();

        Received.InOrder(() =>
        {
            _whatsApp.SendAsync(first, Address, Arg.Any<CancellationToken>());
            _outbox.RecordAsync(first, new SendOutcome.Accepted("wamid.1"), Arg.Any<CancellationToken>());
            _whatsApp.SendAsync(second, Address, Arg.Any<CancellationToken>());
            _outbox.RecordAsync(second, new SendOutcome.Accepted("wamid.2"), Arg.Any<CancellationToken>());
        });
        _jobs.DidNotReceiveWithAnyArgs().Enqueue(default!);
    }

    [TestCase(true, 1)]
    [TestCase(false, 2)]
    public async Task Looks_again_only_where_more_waits(bool isLast, int looks)
    {
        var message = Message("one");
        _outbox.NextAsync(Asha, Arg.Any<CancellationToken>())
            .Returns(new NextMessage.Ready(message, Address, isLast), new NextMessage.Nothing());
        _whatsApp.SendAsync(message, Address, Arg.Any<CancellationToken>()).Returns(new SendOutcome.Accepted("wamid.1"));
        _outbox.When(o => o.RecordAsync(message, Arg.Any<SendOutcome>(), Arg.Any<CancellationToken>()))
            .Do(_ => message.Accepted("wamid.1", Now));

        await HandleAsync();

        await _outbox.Received(looks).NextAsync(Asha, Arg.Any<CancellationToken>());
    }

    [Test]
    public async Task Looks_again_after_a_refusal_that_passes()
    {
        var message = Message("one");
        _outbox.NextAsync(Asha, Arg.Any<CancellationToken>())
            .Returns(new NextMessage.Ready(message, Address, IsLast: true), new NextMessage.NotBefore(Now));
        _whatsApp.SendAsync(message, Address, Arg.Any<CancellationToken>()).Returns(new SendOutcome.NotReached());

        await HandleAsync();

        _jobs.Received(1).Enqueue(new SendMessages(Asha), Now);
    }

    [Test]
    public async Task Comes_back_later_when_the_first_message_may_not_go_yet()
    {
        _outbox.NextAsync(Asha, Arg.Any<CancellationToken>()).Returns(new NextMessage.NotBefore(Now));

        await HandleAsync();

        _jobs.Received(1).Enqueue(new SendMessages(Asha), Now);
        await _whatsApp.DidNotReceiveWithAnyArgs().SendAsync(default!, default!, default);
    }

    [Test]
    public async Task Has_a_closed_forms_questions_saved_before_it_sends_what_is_behind_it()
    {
        var form = new OutgoingMessage { TeacherId = Asha, Content = new FlowContent("Your profile", "Open", "profile-1", "token"), CreatedAt = Now };
        _outbox.NextAsync(Asha, Arg.Any<CancellationToken>()).Returns(
            new NextMessage.Ready(form, Address, IsLast: false), new NextMessage.Ready(Message("two"), Address, IsLast: true), new NextMessage.Nothing());
        _whatsApp.SendAsync(form, Address, Arg.Any<CancellationToken>())
            .Returns(new SendOutcome.Refused(132068, "blocked"));
        _outbox.When(o => o.RecordAsync(form, Arg.Any<SendOutcome>(), Arg.Any<CancellationToken>()))
            .Do(_ => form.Refused(132068, "blocked", Now));

        await HandleAsync();

        _jobs.Received(1).Enqueue(new AskInTalk(Asha, "profile-1"));
        _jobs.Received(1).Enqueue(new SendMessages(Asha));
        await _whatsApp.ReceivedWithAnyArgs(1).SendAsync(default!, default!, default);
    }

    private async Task HandleAsync()
    {
        IRequestHandler<SendMessages, Unit> handler = new SendMessagesHandler(
            _outbox, _whatsApp, _jobs, NullLogger<SendMessagesHandler>.Instance);
        await handler.Handle(new SendMessages(Asha), CancellationToken.None);
    }

    private static OutgoingMessage Message(string words) =>
        new() { TeacherId = Asha, Content = new TextContent(words), CreatedAt = Now };
}
