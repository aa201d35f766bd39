using Microsoft.EntityFrameworkCore;
using Twiga.Application.Conversations;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Conversations(TwigaContext context) : IConversations
{
    public async Task<IReadOnlyList<Exchange>> RecentAsync(
        TeacherId teacher, int atMost, CancellationToken cancellationToken)
    {
        var newestFirst = await (
                from turn in context.Turns
                join owner in context.Teachers on turn.TeacherId equals owner.Id
                where turn.TeacherId == teacher && turn.FinishedAt != null && turn.Reply != null
                    && (owner.TalkBeganAt == null || turn.StartedAt >= owner.TalkBeganAt)
                orderby turn.Id descending
                select new Exchange(turn.Question, turn.Reply!, turn.Kept))
            .Take(atMost)
            .ToListAsync(cancellationToken);
        newestFirst.Reverse();
        return newestFirst;
    }
}
