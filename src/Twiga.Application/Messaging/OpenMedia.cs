using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Sends what a teacher's waiting messages hold beside words to its readers; true while one of them is at work.</summary>
public sealed record OpenMedia(TeacherId Teacher) : IRequest<bool>
{
    private static readonly TimeSpan BelongsTogether = TimeSpan.FromSeconds(30);

    /// <summary>What can be answered now: what she wrote long after a medium is not held up by its slow reader.</summary>
    public static IReadOnlyList<InboundMessage> WithoutWaiting(IReadOnlyList<InboundMessage> messages)
    {
        var began = messages.Where(m => m.WaitsForReader).Min(m => m.ReceivedAt);
        return [.. messages.Where(m => !m.WaitsForReader && m.ReceivedAt - began > BelongsTogether)];
    }
}

internal sealed class OpenMediaHandler(IMessages messages, IMediaReaders readers, IJobs jobs)
    : IRequestHandler<OpenMedia, bool>
{
    public async Task<bool> Handle(OpenMedia request, CancellationToken cancellationToken)
    {
        var waiting = (await messages.PendingAsync(request.Teacher, cancellationToken))
            .Where(m => m.State == InboundState.Pending && m.WaitsForReader)
            .ToList();
        foreach (var message in waiting.Where(m => m.Medium == MediumState.Unopened))
            Open(message);

        return waiting.Any(m => m.Medium == MediumState.Opening);
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
