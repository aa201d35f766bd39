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

    private static readonly Func<TwigaContext, TeacherId, CancellationToken, Task<Due?>> First =
        EF.CompileAsyncQuery((TwigaContext context, TeacherId teacher, CancellationToken _) => context.OutgoingMessages
            .Where(m => m.TeacherId == teacher && (m.State == OutgoingState.Waiting || m.State == OutgoingState.Sending))
            .OrderBy(m => m.Id)
            .Take(1)
            .Join(context.Teachers.Include(t => t.Identities), m => m.TeacherId, t => t.Id, (m, t) => new Due(
                m, t, !context.OutgoingMessages.Any(o => o.TeacherId == teacher && o.Id != m.Id
                    && (o.State == OutgoingState.Waiting || o.State == OutgoingState.Sending))))
            .FirstOrDefault());

    public async Task<NextMessage> NextAsync(TeacherId teacher, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await First(context, teacher, cancellationToken) is not ({ } message, { } to, var isLast))
            return new NextMessage.Nothing();

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

        var (state, attempts) = (message.State.ToString(), message.Attempts);
        message.BeginSending(now);
        to.PayForMessage(pace, now);
        // in one statement, which is a commit of its own
        var begun = await context.Database.ExecuteSqlAsync(
            $"""
            with begun as (
              update outgoing_messages
              set state = {message.State.ToString()}, attempts = {message.Attempts}, sending_since = {message.SendingSince}
              where id = {message.Id.Value} and state = {state} and attempts = {attempts}
              returning teacher_id)
            update teachers set sending_paid_until = {to.SendingPaidUntil} from begun where id = begun.teacher_id
            """,
            cancellationToken);
        if (begun == 0)
            throw new DbUpdateConcurrencyException($"Message {message.Id} was changed by somebody else.");

        return new NextMessage.Ready(message, Addressee.Of(to), isLast);
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

    private sealed record Due(OutgoingMessage Message, Teacher To, bool IsLast);
}
