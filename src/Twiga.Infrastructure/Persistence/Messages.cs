using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Messages(TwigaContext context, IJobs jobs, TimeProvider clock) : IMessages
{
    private static readonly Counter<long> Turns = Tracing.Counter("twiga.turns");

    private static readonly Histogram<double> Latency = Tracing.Seconds("twiga.turn.latency");

    private static readonly Func<TwigaContext, TeacherId, IAsyncEnumerable<InboundMessage>> Pending =
        EF.CompileAsyncQuery((TwigaContext context, TeacherId teacher) => context.InboundMessages
            .Where(m => m.TeacherId == teacher && m.State == InboundState.Pending)
            .OrderBy(m => m.SentAt).ThenBy(m => m.Id)
            .AsQueryable());

    private IReadOnlyList<InboundMessage> _pending = [];

    public async Task<IReadOnlyList<InboundMessage>> PendingAsync(
        TeacherId teacher, CancellationToken cancellationToken)
    {
        var pending = new List<InboundMessage>();
        await foreach (var message in Pending(context, teacher).WithCancellation(cancellationToken))
            pending.Add(message);
        foreach (var message in Activity.Current is null ? [] : pending)
            Tracing.Link(context.Entry(message).Property<string?>("TraceParent").CurrentValue);
        return _pending = pending;
    }

    public Task<InboundMessage?> FindAsync(InboundMessageId message, CancellationToken cancellationToken) =>
        context.InboundMessages.SingleOrDefaultAsync(m => m.Id == message, cancellationToken);

    public Task<InboundMessage?> FindAsync(TeacherId teacher, string wamid, CancellationToken cancellationToken) =>
        context.InboundMessages.SingleOrDefaultAsync(m => m.Wamid == wamid && m.TeacherId == teacher, cancellationToken);

    public void Answer(Turn turn, IEnumerable<OutgoingContent> contents, IEnumerable<IQueued> followUps)
    {
        Count(turn);
        foreach (var content in contents)
            Add(turn.TeacherId, content, turn, null);
        foreach (var command in followUps)
            jobs.Enqueue(command);
    }

    public void Tell(
        TeacherId teacher, string name, IEnumerable<OutgoingContent> contents, DateTimeOffset? notAfter = null)
    {
        foreach (var content in contents)
            Add(teacher, content, null, name, notAfter);
    }

    public Task<bool> WasToldAsync(
        TeacherId teacher, string name, TimeSpan within, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - within;
        return context.OutgoingMessages.AnyAsync(
            m => m.TeacherId == teacher && m.Notice == name && m.CreatedAt > since, cancellationToken);
    }

    public async Task ReleaseHeldAsync(TeacherId teacher, CancellationToken cancellationToken)
    {
        var held = await context.InboundMessages
            .Where(m => m.TeacherId == teacher && m.State == InboundState.Held)
            .ToListAsync(cancellationToken);
        foreach (var message in held.Union(Tracked(teacher)))
            message.TryAgain();
        jobs.Enqueue(new AnswerTeacher(teacher));
    }

    public async Task NoticeAsync(Teacher teacher, Notice notice, CancellationToken cancellationToken)
    {
        if (notice.NotAgainFor == TimeSpan.Zero
            || !(IsBeingTold(teacher.Id, notice) || await WasToldAsync(teacher.Id, notice, cancellationToken)))
        {
            Add(teacher.Id, new TextContent(notice.Text(teacher.Language)), null, notice.Name);
        }
    }

    private bool IsBeingTold(TeacherId teacher, Notice notice) => context.ChangeTracker.Entries<OutgoingMessage>().Any(
        e => e.State == EntityState.Added && e.Entity.TeacherId == teacher && e.Entity.Notice == notice.Name);

    private async Task<bool> WasToldAsync(TeacherId teacher, Notice notice, CancellationToken cancellationToken) =>
        notice.OncePerTalk
            ? await context.OutgoingMessages.AnyAsync(
                m => m.TeacherId == teacher && m.Notice == notice.Name
                    && !context.Turns.Any(t => t.TeacherId == teacher && t.FinishedAt > m.CreatedAt),
                cancellationToken)
            : await WasToldAsync(teacher, notice.Name, notice.NotAgainFor, cancellationToken);

    private void Count(Turn turn)
    {
        var by = new KeyValuePair<string, object?>("by", turn.Model is null ? "program" : "model");
        Turns.Add(1, by);
        var came = _pending.Where(m => m.Turn == turn).Select(m => (DateTimeOffset?)m.ReceivedAt).Min();
        if (came is not null)
            Latency.Record((clock.GetUtcNow() - came.Value).TotalSeconds, by);
    }

    private IEnumerable<InboundMessage> Tracked(TeacherId teacher) =>
        context.InboundMessages.Local.Where(m => m.TeacherId == teacher && m.State == InboundState.Held);

    private void Add(
        TeacherId teacher, OutgoingContent content, Turn? turn, string? notice, DateTimeOffset? notAfter = null)
    {
        context.OutgoingMessages.Add(new OutgoingMessage
        {
            TeacherId = teacher,
            Content = content,
            CreatedAt = clock.GetUtcNow(),
            Turn = turn,
            Notice = notice,
            NotAfter = notAfter,
            TraceParent = Activity.Current?.Id,
        });
        jobs.Enqueue(new SendMessages(teacher));
    }
}
