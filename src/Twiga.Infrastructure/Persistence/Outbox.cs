using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Works on contexts of its own: what it saves does not wait for the command's end.</summary>
internal sealed class Outbox(
    IDbContextFactory<TwigaContext> contexts, NumberPace number, IOptions<WhatsAppOptions> options, TimeProvider clock)
    : IOutbox
{
    private static readonly Histogram<double> Latency = Tracing.Seconds("twiga.send.latency");

    public async Task<NextMessage> NextAsync(TeacherId teacher, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var next = await context.OutgoingMessages
            .Where(m => m.TeacherId == teacher && (m.State == OutgoingState.Waiting || m.State == OutgoingState.Sending))
            .OrderBy(m => m.Id)
            .Take(1)
            .Join(context.Teachers.Include(t => t.Identities), m => m.TeacherId, t => t.Id, (m, t) => new { Message = m, To = t })
            .FirstOrDefaultAsync(cancellationToken);
        if (next is null)
            return new NextMessage.Nothing();

        var (message, to) = (next.Message, next.To);
        var now = clock.GetUtcNow();
        if (message.Lapse(now))
        {
            await context.SaveChangesAsync(cancellationToken);
            return await NextAsync(teacher, cancellationToken);
        }

        var pace = new Pace(
            TimeSpan.FromMilliseconds(options.Value.PairIntervalMilliseconds), options.Value.PairBurst);
        var earliest = Later(message.MayGoAt(to.LastMessageAt), pace.Next(to.SendingPaidUntil));
        if (earliest <= now)
            earliest = number.TakeOrTell(now);
        if (earliest > now)
            return new NextMessage.NotBefore(earliest);

        message.BeginSending(now);
        to.PayForMessage(pace, now);
        await context.SaveChangesAsync(cancellationToken);
        return new NextMessage.Ready(message, Addressee.Of(to));
    }

    public async Task RecordAsync(
        OutgoingMessage message, SendOutcome outcome, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Attach(message);
        while (true)
        {
            Apply(message, outcome);
            try
            {
                // what WhatsApp said is saved even when the process is told to stop
                await context.SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // a status webhook was faster
                await context.Entry(message).ReloadAsync(cancellationToken);
            }
        }
    }

    private void Apply(OutgoingMessage message, SendOutcome outcome)
    {
        var now = clock.GetUtcNow();
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                message.Accepted(accepted.Wamid, now);
                Latency.Record((now - message.CreatedAt).TotalSeconds);
                break;
            case SendOutcome.Refused refused:
                message.Refused(refused.Code, refused.Details, now);
                break;
            case SendOutcome.NotReached:
                message.NotReached(now);
                break;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
