using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Has a kept medium read, so that its words become part of her turn.</summary>
public sealed record ReadMedium(TeacherId Teacher, InboundMessageId Message, string? Wamid) : IQueued, IWhileTyping
{
    public string Lane => $"medium:{Message}";

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);

    public TimeSpan KeepTrying => TimeSpan.FromMinutes(10);

    public IQueued LastResort => new GiveUpMedium(Teacher, Message);
}

internal sealed class ReadMediumHandler(IMessages messages, IMediator mediator, IJobs jobs)
    : AsyncRequestHandler<ReadMedium>
{
    protected override async Task Handle(ReadMedium request, CancellationToken cancellationToken)
    {
        if (await messages.FindAsync(request.Message, cancellationToken) is not { Medium: MediumState.Opening } message)
            return;

        try
        {
            var reading = new TranscribeMedium(request.Teacher, message.FileId!.Value, message.Kind)
            {
                Messages = [message.Id],
            };
            message.MediumSays(await mediator.Send(reading, cancellationToken));
        }
        catch (OverQuotaException)
        {
            message.MediumIs(MediumState.OverQuota);
        }

        jobs.Enqueue(new AnswerTeacher(request.Teacher));
    }
}

/// <summary>Makes words of a kept medium; it costs like a question.</summary>
public sealed record TranscribeMedium(TeacherId Teacher, KeptFileId File, InboundKind Kind) : IRequest<string>, IMetered
{
    public IReadOnlyList<InboundMessageId> Messages { get; init; } = [];
}

internal sealed class TranscribeMediumHandler(IFiles files, IMediaReaders readers)
    : IRequestHandler<TranscribeMedium, string>
{
    public async Task<string> Handle(TranscribeMedium request, CancellationToken cancellationToken) =>
        await files.FindAsync(request.File, cancellationToken) is { } file
            ? await readers.ReadAsync(file, request.Kind, cancellationToken)
            : "";
}

/// <summary>Leaves a medium unread that could not be fetched or read for good, so that her message is answered all the same.</summary>
public sealed record GiveUpMedium(TeacherId Teacher, InboundMessageId Message) : IQueued
{
    public string Lane => $"medium:{Message}";
}

internal sealed class GiveUpMediumHandler(IMessages messages, IJobs jobs) : AsyncRequestHandler<GiveUpMedium>
{
    protected override async Task Handle(GiveUpMedium request, CancellationToken cancellationToken)
    {
        if (await messages.FindAsync(request.Message, cancellationToken) is not { Medium: MediumState.Opening } message)
            return;

        message.MediumIs(MediumState.Unreadable);
        jobs.Enqueue(new AnswerTeacher(request.Teacher));
    }
}
