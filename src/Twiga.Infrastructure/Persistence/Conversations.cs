using Microsoft.EntityFrameworkCore;
using Twiga.Application.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Conversations(TwigaContext context) : IConversations
{
    private static readonly Func<TwigaContext, TeacherId, int, IAsyncEnumerable<Exchange>> Newest =
        EF.CompileAsyncQuery((TwigaContext context, TeacherId teacher, int atMost) => (
                from turn in context.Turns
                join owner in context.Teachers on turn.TeacherId equals owner.Id
                where turn.TeacherId == teacher && turn.FinishedAt != null && turn.Reply != null
                    && (owner.TalkBeganAt == null || turn.StartedAt >= owner.TalkBeganAt)
                orderby turn.Id descending
                select new Exchange(turn.Question, turn.Reply!, turn.Kept))
            .Take(atMost));

    public async Task<IReadOnlyList<Exchange>> RecentAsync(
        TeacherId teacher, int atMost, CancellationToken cancellationToken)
    {
        var newestFirst = new List<Exchange>();
        await foreach (var exchange in Newest(context, teacher, atMost).WithCancellation(cancellationToken))
            newestFirst.Add(exchange);
        newestFirst.Reverse();
        return newestFirst;
    }

    public async Task<IReadOnlyList<string>> WordsOfAsync(
        TeacherId teacher, IReadOnlyList<string> wamids, CancellationToken cancellationToken)
    {
        var hers = await context.InboundMessages.AsNoTracking()
            .Where(m => m.TeacherId == teacher && wamids.Contains(m.Wamid))
            .ToListAsync(cancellationToken);
        var told = await context.OutgoingMessages.AsNoTracking()
            .Where(m => m.TeacherId == teacher && m.Wamid != null && wamids.Contains(m.Wamid))
            .OrderBy(m => m.Id)
            .ToListAsync(cancellationToken);
        return [.. hers.Select(m => m.Words).Concat(told.Select(m => WordsOf(m.Content))).OfType<string>()];
    }

    private static string? WordsOf(OutgoingContent content) => content switch
    {
        TextContent text => text.Body,
        ButtonsContent buttons => buttons.Body,
        ListContent list => list.Body,
        ImageContent image => image.Caption,
        DocumentContent document => $"{document.FileName}\n{document.Caption}".TrimEnd(),
        _ => null,
    };
}
