using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Takes over what a teacher edited or took back, and answers the messages to be answered that wait then.</summary>
public sealed record Amend(TeacherId Teacher) : IRequest<IReadOnlyList<InboundMessage>>;

internal sealed class AmendHandler(IMessages messages, IJobs jobs, TimeProvider clock)
    : IRequestHandler<Amend, IReadOnlyList<InboundMessage>>
{
    // Meta may tell of a change before it tells of the message
    private static readonly TimeSpan WaitForOriginal = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<InboundMessage>> Handle(Amend request, CancellationToken cancellationToken)
    {
        var pending = await messages.PendingAsync(request.Teacher, cancellationToken);
        foreach (var amendment in pending.Where(m => m.Amends && m.State == InboundState.Pending))
        {
            var about = await AboutAsync(amendment, pending, cancellationToken);
            var waitsUntil = amendment.ReceivedAt + WaitForOriginal;
            if (about is null && amendment.About is not null && clock.GetUtcNow() < waitsUntil)
                jobs.Enqueue(new AnswerTeacher(request.Teacher), waitsUntil);
            else
                Apply(amendment, about);
        }

        return [.. pending.Where(m => m.State == InboundState.Pending && !m.Amends)];
    }

    private async Task<InboundMessage?> AboutAsync(
        InboundMessage amendment, IReadOnlyList<InboundMessage> pending, CancellationToken cancellationToken) =>
        amendment.About is { } wamid
            ? pending.FirstOrDefault(m => m.Wamid == wamid)
                ?? await messages.FindAsync(amendment.TeacherId, wamid, cancellationToken)
            : null;

    private static void Apply(InboundMessage amendment, InboundMessage? about)
    {
        if (amendment.Kind == InboundKind.Revoke)
            about?.Revoke();
        else if (amendment.Text is not null)
            about?.ChangeTo(amendment.Text);
        amendment.Keep();
    }
}
