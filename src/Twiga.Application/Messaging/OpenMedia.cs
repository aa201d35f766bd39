using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Sends what a teacher's waiting messages hold beside words to its readers.</summary>
public sealed record OpenMedia(TeacherId Teacher) : IRequest;

internal sealed class OpenMediaHandler(IMessages messages, IMediaReaders readers, IJobs jobs)
    : AsyncRequestHandler<OpenMedia>
{
    protected override async Task Handle(OpenMedia request, CancellationToken cancellationToken)
    {
        var waiting = await messages.PendingAsync(request.Teacher, cancellationToken);
        foreach (var message in waiting.Where(m => m.WaitsForReader && m.Medium == MediumState.Unopened))
        {
            if (message.State == InboundState.Pending)
                Open(message);
        }
    }

    private void Open(InboundMessage message)
    {
        if (!readers.CanRead(message))
        {
            message.MediumIs(MediumState.NoReader);
        }
        else if (message.MediaId is null)
        {
            message.MediumIs(MediumState.Gone);
        }
        else
        {
            message.BeginOpening();
            jobs.Enqueue(new FetchMedium(message.TeacherId, message.Id, message.Wamid));
        }
    }
}
