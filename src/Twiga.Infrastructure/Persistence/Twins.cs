using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Twiga.Application.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Merges in a transaction of its own, with both teachers locked: nothing can be stored for one who goes.</summary>
internal sealed class Twins(IDbContextFactory<TwigaContext> contexts) : ITwins
{
    private const string Lock = "select id from teachers where id in (@kept, @other) order by id for update";

    private const string Jobs =
        """
        update jobs set payload = jsonb_set(payload::jsonb, '{Teacher}', to_jsonb(@kept))::text
        where state = 'Waiting' and mailbox is null and payload::jsonb -> 'Teacher' = to_jsonb(@other)
        """;

    // answered together with the message that showed them to be one
    private const string Held =
        """
        update inbound_messages set state = 'Pending' where teacher_id = @kept and state = 'Held'
            and exists (select from teachers where id = @kept and id <> @other and state in ('Active', 'Inactive'))
        """;

    private const string Usage =
        """
        with hers as (delete from usage_days where teacher_id = @other returning day, messages, tokens)
        insert into usage_days (teacher_id, day, messages, tokens) select @kept, day, messages, tokens from hers
        on conflict (teacher_id, day) do update
        set messages = usage_days.messages + excluded.messages, tokens = usage_days.tokens + excluded.tokens
        """;

    public async Task<bool> MergeAsync(TeacherId kept, TeacherId other, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await RunAsync(context, Lock, kept, other, cancellationToken);
        var both = await context.Teachers.Include(t => t.Classes).Where(t => t.Id == kept || t.Id == other)
            .ToListAsync(cancellationToken);
        if (both.Count < 2)
            return false;

        both.Single(t => t.Id == kept).TakeOver(both.Single(t => t.Id == other));
        await context.SaveChangesAsync(cancellationToken);
        foreach (var move in Moves(context.Model))
            await RunAsync(context, move, kept, other, cancellationToken);
        await RunAsync(context, Held, kept, other, cancellationToken);
        await RunAsync(context, Usage, kept, other, cancellationToken);
        await RunAsync(context, Jobs, kept, other, cancellationToken);
        await RunAsync(context, "delete from teachers where id = @other", kept, other, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // Every table that points to teachers, also those that come later. What both have in a table where each has it
    // once (a class) stays with the one who is kept, and goes with the other.
    private static IEnumerable<string> Moves(IModel model) =>
        from entity in model.GetEntityTypes()
        from key in entity.GetForeignKeys()
        where key.PrincipalEntityType.ClrType == typeof(Teacher)
        let table = StoreObjectIdentifier.Table(entity.GetTableName()!)
        let teacher = key.Properties[0].GetColumnName(table)
        let twice = Uniques(entity).Where(u => u.Contains(key.Properties[0])).Select(u => NotTwice(u, table, teacher))
        select $"""
            update "{table.Name}" mine set "{teacher}" = @kept where "{teacher}" = @other {string.Concat(twice)}
            """;

    private static IEnumerable<IReadOnlyList<IProperty>> Uniques(IEntityType entity) =>
        entity.GetKeys().Select(k => k.Properties)
            .Concat(entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties));

    private static string NotTwice(IReadOnlyList<IProperty> unique, StoreObjectIdentifier table, string? teacher)
    {
        var same = unique.Select(p => p.GetColumnName(table)).Where(c => c != teacher)
            .Select(c => $"""and hers."{c}" is not distinct from mine."{c}" """);
        return $"""and not exists (select from "{table.Name}" hers where hers."{teacher}" = @kept {string.Concat(same)}) """;
    }

    private static async Task RunAsync(
        TwigaContext context, string sql, TeacherId kept, TeacherId other, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        Add(command, "kept", kept);
        Add(command, "other", other);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Add(DbCommand command, string name, TeacherId id)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, id.Value);
        command.Parameters.Add(parameter);
    }
}
