using MediatR;
using Microsoft.Extensions.Logging;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>
/// Applies what WhatsApp reported of outgoing messages and the inbox could not apply by itself, in the order in which it
/// was reported.
/// </summary>
public sealed record RecordStatuses : IQueued
{
    public string Lane => "statuses";

    public string Mailbox => Lane;
}

internal sealed partial class RecordStatusesHandler(
    IDeliveryReports reports, IJobs jobs, TimeProvider clock, ILogger<RecordStatusesHandler> logger)
    : AsyncRequestHandler<RecordStatuses>
{
    private const int AtOnce = 200;

    // A status can overtake the answer to the call that sent the message, which holds the id to find it by.
    private static readonly TimeSpan WaitForMessage = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    protected override async Task Handle(RecordStatuses request, CancellationToken cancellationToken)
    {
        var deliveries = await reports.NextAsync(AtOnce, cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var (report, message) in deliveries)
        {
            if (message is not null)
            {
                Apply(report, message, now);
                report.Apply();
            }
            else if (now - report.ReceivedAt >= WaitForMessage)
            {
                report.IsOfNobody();
            }
        }

        if (deliveries.Count == AtOnce && deliveries.Any(d => d.Report.IsApplied))
            jobs.Enqueue(request);
        else if (deliveries.Any(d => !d.Report.IsApplied))
            jobs.Enqueue(request, now + LookAgain);
    }

    private void Apply(DeliveryReport report, OutgoingMessage message, DateTimeOffset now)
    {
        var (wasOut, hadFailed) = (message.IsOut, message.State == OutgoingState.Failed);
        message.Reported(report, now);
        if (message.IsOut != wasOut && message.State is not OutgoingState.Failed)
            jobs.Enqueue(new SendMessages(message.TeacherId), message.IsOut ? null : message.NotBefore);

        if (!hadFailed && message.ClosedFlow is { } flow)
            jobs.Enqueue(new AskInTalk(message.TeacherId, flow));
        if (!hadFailed && message.RefusedTemplate is { } template)
            jobs.Enqueue(new RestTemplate(template.Name, template.LanguageCode, message.ErrorCode!.Value));
        if (!hadFailed && message is { RefusedTemplate: not null, Notice: RemindTeacher.Notice })
            jobs.Enqueue(new ReminderRefused(message.TeacherId));
        if (report.ErrorCode is { } code && Refusal.NeedsOperator(code) && message.RefusedTemplate is null)
            Refused(message.Id, code);
        if (report.IsPricedAsGeneralPurpose)
            PricedAsGeneralPurpose(message.Id);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} was refused with code {Code}: an operator has to look")]
    private partial void Refused(OutgoingMessageId id, int code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} was priced as general-purpose AI, which WhatsApp does not allow")]
    private partial void PricedAsGeneralPurpose(OutgoingMessageId id);
}
