using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Queue;

internal sealed class Retention(
    IDbContextFactory<TwigaContext> contexts, IOptions<RetentionOptions> options, TimeProvider clock) : IRetention
{
    private static readonly (string Statement, TimeSpan After)[] Statements =
    [
        ("delete from jobs where state = 'Done' and finished_at < @before", TimeSpan.FromDays(7)),
        ("delete from delivery_reports where is_applied and received_at < @before", TimeSpan.FromDays(7)),
        ("""
        update inbound_messages set payload = null, trace_parent = null
        where payload is not null and state in ('Answered', 'Kept') and received_at < @before
        """, TimeSpan.FromDays(1)),
        // a token lapses by itself after three days
        ("delete from used_flow_tokens where used_at < @before", TimeSpan.FromDays(4)),
        ("delete from usage_days where day < @before::date", TimeSpan.FromDays(35)),
    ];

    // what waits for an answer or for sending is not over; what points to a row goes before it
    private static readonly string[] Talks =
    [
        """
        delete from feedback where turn_id in (select id from turns where started_at < @before)
          or outgoing_message_id in (select id from outgoing_messages where created_at < @before)
        """,
        "delete from citations where turn_id in (select id from turns where started_at < @before)",
        "delete from inbound_messages where received_at < @before and state not in ('Pending', 'Reacted')",
        "delete from outgoing_messages where created_at < @before and state not in ('Waiting', 'Sending')",
        """
        delete from turns t where started_at < @before
          and not exists (select from inbound_messages i where i.turn_id = t.id)
          and not exists (select from outgoing_messages o where o.turn_id = t.id)
          and not exists (select from feedback f where f.turn_id = t.id)
          and not exists (select from citations c where c.turn_id = t.id)
        """,
    ];

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // the first time there may be years to remove; the job's deadline ends it
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        foreach (var (statement, after) in Statements.Concat(OfTalks()).Append((Orphans(context), TimeSpan.FromDays(1))))
        {
            await context.Database.ExecuteSqlRawAsync(
                statement, [new NpgsqlParameter("before", clock.GetUtcNow() - after)], cancellationToken);
        }
    }

    private IEnumerable<(string Statement, TimeSpan After)> OfTalks() => options.Value.TalkDays is { } days
        ? Talks.Select(t => (t, TimeSpan.FromDays(days)))
        : [];

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
