using MediatR;
using Microsoft.Extensions.Logging;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Sends what waits for a teacher, in order, each message until WhatsApp has accepted it.</summary>
public sealed record SendMessages(TeacherId Teacher) : IQueued
{
    public string Lane => $"send:{Teacher}";

    public string Mailbox => Lane;

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);
}

internal sealed partial class SendMessagesHandler(
    IOutbox outbox, IWhatsApp whatsApp, IJobs jobs, ILogger<SendMessagesHandler> logger)
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
                    Look(next.Message, outcome);
                    if (next.Message.ClosedFlow is not { } flow)
                    {
                        if (next is { IsLast: true, Message.IsOver: true })
                            return;
                        break;
                    }

                    // saved before the next call, whose fault would lose it
                    jobs.Enqueue(new AskInTalk(request.Teacher, flow));
                    jobs.Enqueue(request);
                    return;
                case NextMessage.NotBefore later:
                    jobs.Enqueue(request, later.Time);
                    return;
                default:
                    return;
            }
        }
    }

    // a template's refusal was told once, for all who wait for it
    private void Look(OutgoingMessage message, SendOutcome outcome)
    {
        if (message is { RefusedTemplate: not null, Notice: RemindTeacher.Notice })
            jobs.Enqueue(new ReminderRefused(message.TeacherId));
        if (outcome is SendOutcome.Refused refused && Refusal.NeedsOperator(refused.Code) && message.RefusedTemplate is null)
            Refused(message.Id, refused.Code);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} was refused with code {Code}: an operator has to look")]
    private partial void Refused(OutgoingMessageId id, int code);
}
