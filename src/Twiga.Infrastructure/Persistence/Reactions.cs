using Microsoft.EntityFrameworkCore;
using Twiga.Application.Messaging;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Reactions(TwigaContext context) : IReactions
{
    public async Task<IReadOnlyList<InboundMessage>> NextAsync(int atMost, CancellationToken cancellationToken) =>
        await context.InboundMessages.Where(m => m.State == InboundState.Reacted)
            .OrderBy(m => m.SentAt).ThenBy(m => m.Id).Take(atMost)
            .ToListAsync(cancellationToken);

    public async Task<ReactedAnswer?> AnswerAsync(InboundMessage reaction, CancellationToken cancellationToken)
    {
        if (reaction.About is not { } wamid)
            return null;

        var message = await context.OutgoingMessages.Include(m => m.Turn)
            .FirstOrDefaultAsync(m => m.Wamid == wamid && m.TeacherId == reaction.TeacherId, cancellationToken);
        if (message?.Turn is not { } turn)
            return null;

        // an earlier reaction of the same run is not saved yet
        var feedback = context.Feedback.Local.FirstOrDefault(f => f.OutgoingMessageId == message.Id)
            ?? await context.Feedback.FirstOrDefaultAsync(f => f.OutgoingMessageId == message.Id, cancellationToken);
        return new ReactedAnswer(message, turn, IsRemoved(feedback) ? null : feedback);
    }

    public void Add(Feedback feedback) => context.Feedback.Add(feedback);

    public void Remove(Feedback feedback) => context.Feedback.Remove(feedback);

    private bool IsRemoved(Feedback? feedback) =>
        feedback is not null && context.Entry(feedback).State is EntityState.Deleted or EntityState.Detached;
}
