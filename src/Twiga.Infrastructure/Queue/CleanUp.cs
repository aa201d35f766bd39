using Microsoft.EntityFrameworkCore;
using Npgsql;
using Twiga.Domain.Messaging;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Queue;

/// <summary>Removes what has served its time (docs/decisions/0009); the same in every process, at any time, does no harm.</summary>
internal sealed class CleanUp(IDbContextFactory<TwigaContext> contexts, TimeProvider clock)
{
    private static readonly (string Statement, TimeSpan After)[] Statements =
    [
        ("delete from jobs where state = 'Done' and finished_at < @before", TimeSpan.FromDays(7)),
        ("delete from delivery_reports where is_applied and received_at < @before", TimeSpan.FromDays(7)),
        ("""
        update inbound_messages set payload = null
        where payload is not null and state in ('Answered', 'Kept') and received_at < @before
        """, TimeSpan.FromDays(1)),
        // a token lapses by itself after three days
        ("delete from used_flow_tokens where used_at < @before", TimeSpan.FromDays(4)),
        ("delete from usage_days where day < @before::date", TimeSpan.FromDays(35)),
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var (statement, after) in Statements.Append((Orphans(context), TimeSpan.FromDays(1))))
        {
            await context.Database.ExecuteSqlRawAsync(
                statement, [new NpgsqlParameter("before", clock.GetUtcNow() - after)], cancellationToken);
        }
    }

    /// <summary>Files that nothing refers to: the turn they were made for was tried again.</summary>
    private static string Orphans(TwigaContext context)
    {
        var references =
            from entity in context.Model.GetEntityTypes()
            where entity.ClrType != typeof(KeptFile)
            from property in entity.GetProperties()
            where property.ClrType == typeof(KeptFileId) || property.ClrType == typeof(KeptFileId?)
            select $"""and not exists (select from "{entity.GetTableName()}" r where r."{property.GetColumnName()}" = f.id)""";
        return $"""
            delete from files f where f.created_at < @before {string.Join(' ', references)}
            and not exists (
              select from outgoing_messages o
              where o.teacher_id = f.teacher_id and o.content::jsonb -> 'File' = to_jsonb(f.id))
            """;
    }
}
