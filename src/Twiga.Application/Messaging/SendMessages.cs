using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Sends what waits for a teacher, in order, each message until WhatsApp has accepted it.</summary>
public sealed record SendMessages(TeacherId Teacher) : IQueued
{
    public string Lane => $"send:{Teacher}";

    public string Mailbox => Lane;

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);
}

internal sealed class SendMessagesHandler(IOutbox outbox, IWhatsApp whatsApp, IJobs jobs)
    : AsyncRequestHandler<SendMessages>
{
    protected override async Task Handle(SendMessages request, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (await outbox.NextAsync(request.Teacher, cancellationToken))
            {
                case NextMessage.Ready next:
                    var outcome = await whatsApp.SendAsync(next.Message, next.Addressee, cancellationToken);
                    await outbox.RecordAsync(next.Message, outcome, cancellationToken);
                    if (next.Message.ClosedFlow is { } flow)
                        jobs.Enqueue(new AskInTalk(request.Teacher, flow));
                    break;
                case NextMessage.NotBefore later:
                    jobs.Enqueue(request, later.Time);
                    return;
                default:
                    return;
            }
        }
    }
}
