using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Fetches what a teacher sent beside words from WhatsApp and keeps it for its reader.</summary>
public sealed record FetchMedium(TeacherId Teacher, InboundMessageId Message, string? Wamid) : IQueued, IWhileTyping
{
    public string Lane => $"medium:{Message}";

    public TimeSpan KeepTrying => TimeSpan.FromMinutes(10);

    public IQueued LastResort => new GiveUpMedium(Teacher, Message);
}

internal sealed class FetchMediumHandler(IMessages messages, IMedia media, IFiles files, IJobs jobs)
    : AsyncRequestHandler<FetchMedium>
{
    /// <summary>Meta's limit of a voice note; a picture or document for a question is not bigger either.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    protected override async Task Handle(FetchMedium request, CancellationToken cancellationToken)
    {
        if (await messages.FindAsync(request.Message, cancellationToken) is not { Medium: MediumState.Opening } message)
            return;

        switch (await media.FetchAsync(message.MediaId!, MostBytes, cancellationToken))
        {
            case FetchedMedium.Fetched fetched:
                var type = message.MimeType ?? fetched.MimeType ?? "application/octet-stream";
                var name = message.FileName ?? $"{message.Kind} {message.SentAt:yyyy-MM-dd HH.mm}";
                var file = await files.KeepAsync(request.Teacher, name, type, fetched.Content, cancellationToken);
                message.KeepMedium(file.Id);
                jobs.Enqueue(new ReadMedium(request.Teacher, request.Message, request.Wamid));
                return;
            case FetchedMedium.TooBig:
                message.MediumIs(MediumState.TooBig);
                break;
            default:
                message.MediumIs(MediumState.Gone);
                break;
        }

        jobs.Enqueue(new AnswerTeacher(request.Teacher));
    }
}
