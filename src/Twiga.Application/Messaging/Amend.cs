using MediatR;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Takes over what a teacher edited or took back, and answers the messages that wait then.</summary>
public sealed record Amend(TeacherId Teacher) : IRequest<IReadOnlyList<InboundMessage>>;

internal sealed class AmendHandler(IMessages messages) : IRequestHandler<Amend, IReadOnlyList<InboundMessage>>
{
    public async Task<IReadOnlyList<InboundMessage>> Handle(Amend request, CancellationToken cancellationToken)
    {
        var pending = await messages.PendingAsync(request.Teacher, cancellationToken);
        foreach (var amendment in pending.Where(m => m.Amends && m.State == InboundState.Pending))
        {
            var about = amendment.About is { } wamid
                ? pending.FirstOrDefault(m => m.Wamid == wamid)
                    ?? await messages.FindAsync(request.Teacher, wamid, cancellationToken)
                : null;
            if (amendment.Kind == InboundKind.Revoke)
                about?.Revoke();
            else if (amendment.Text is not null)
                about?.ChangeTo(amendment.Text);
            amendment.Keep();
        }

        return [.. pending.Where(m => m.State == InboundState.Pending)];
    }
}
