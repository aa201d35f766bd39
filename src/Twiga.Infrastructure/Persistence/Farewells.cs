using Microsoft.EntityFrameworkCore;
using Npgsql;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Farewells(IDbContextFactory<TwigaContext> contexts, JobSignal signal, TimeProvider clock)
    : IFarewells
{
    public async Task DeleteAsync(
        TeacherId teacher, Addressee to, TextContent goodbye, DateTimeOffset notAfter, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var deleted = await Records.DeleteAsync(context, teacher, cancellationToken);
        if (deleted && !await IsOnItsWayAsync(context, to, cancellationToken))
            await AddAsync(context, to, goodbye, notAfter, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Committed();
    }

    public async Task<bool> IsOnItsWayAsync(TeacherId nobody, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await context.OutgoingMessages.AnyAsync(
            m => m.TeacherId == nobody && m.NotAfter > now
                && (m.State == OutgoingState.Waiting || m.State == OutgoingState.Sending),
            cancellationToken);
    }

    private static Task<bool> IsOnItsWayAsync(TwigaContext context, Addressee to, CancellationToken cancellationToken) =>
        context.Identities.AnyAsync(
            i => (i.Kind == IdentityKind.FormerPhone && i.Value == to.Phone)
                || (i.Kind == IdentityKind.FormerUserId && i.Value == to.UserId),
            cancellationToken);

    private async Task AddAsync(
        TwigaContext context, Addressee to, TextContent goodbye, DateTimeOffset notAfter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var nobody = context.Teachers.Add(Teacher.Deleted(to.Phone, to.UserId, now)).Entity;
        await context.SaveChangesAsync(cancellationToken);
        context.OutgoingMessages.Add(new OutgoingMessage
        {
            TeacherId = nobody.Id,
            Content = goodbye,
            CreatedAt = now,
            NotAfter = notAfter,
        });
        await context.SaveChangesAsync(cancellationToken);

        IQueued[] then = [new SendMessages(nobody.Id), new ForgetAddress(nobody.Id)];
        await using var batch = new NpgsqlBatch((NpgsqlConnection)context.Database.GetDbConnection())
        {
            BatchCommands = { JobInsert.Command([.. then.Select(c => QueuedJob.For(c, now))], now) },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
