using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Twiga.Application.Messaging;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

/// <summary>The long way, one after another over all processes: senders become teachers, new ids are linked.</summary>
internal sealed class CarefulStore(IDbContextFactory<TwigaContext> contexts, SenderResolution senders)
{
    private const string OneAtATime = "select pg_advisory_xact_lock(7769, 1)";

    private const int TimeoutSeconds = 15;

    /// <returns>True when jobs may have been put into the table.</returns>
    public async Task<bool> StoreAsync(IReadOnlyList<Post> posts, DateTimeOffset now)
    {
        await using var context = await contexts.CreateDbContextAsync();
        context.Database.SetCommandTimeout(TimeoutSeconds);
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.Database.ExecuteSqlRawAsync(OneAtATime);

        var rows = posts.SelectMany((p, i) => p.Webhook.Messages.Select(m => new MessageRow(i, m, p.At, p.Trace)))
            .ToList();
        var wamids = rows.Select(r => r.Message.Wamid).ToList();
        var seen = await context.InboundMessages.Where(m => wamids.Contains(m.Wamid)).Select(m => m.Wamid)
            .ToHashSetAsync();
        rows.RemoveAll(r => seen.Contains(r.Message.Wamid));
        var found = await senders.ResolveAsync(context, rows.Select(r => r.Message).ToList(), now);
        await context.SaveChangesAsync();

        await using var batch = BatchOf(context, transaction.GetDbTransaction());
        batch.AddOthers(posts.Select(p => p.Webhook), now);
        if (rows.Count > 0)
            batch.BatchCommands.Add(MessageInsert.Command(rows, sendersAreClear: true));
        if (found.Count > 0)
        {
            var merges = found.Select(two => new MergeTeachers(two.Kept.Id, two.Other.Id)).Distinct();
            batch.BatchCommands.Add(JobInsert.Command([.. merges.Select(m => QueuedJob.For(m, now))], now));
        }

        var wroteAny = batch.BatchCommands.Count > 0;
        if (wroteAny)
            await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return wroteAny;
    }

    private static NpgsqlBatch BatchOf(TwigaContext context, DbTransaction transaction) =>
        new((NpgsqlConnection)context.Database.GetDbConnection(), (NpgsqlTransaction)transaction)
        {
            Timeout = TimeoutSeconds,
        };
}
