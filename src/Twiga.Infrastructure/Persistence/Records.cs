using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Twiga.Application.Messaging;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Finds what is held on a teacher by the foreign keys of the model, so that no table is forgotten.</summary>
internal sealed class Records(IDbContextFactory<TwigaContext> contexts) : IRecords
{
    private const string Hers =
        """
        to_jsonb(@teacher) in (payload::jsonb -> 'Teacher', payload::jsonb -> 'Kept', payload::jsonb -> 'Other')
        or lane in ('teacher:' || @teacher, 'send:' || @teacher)
        """;

    // raw items of webhooks and reports carry her numbers, though no key leads from them to her
    private static readonly (string Table, string Where)[] Loose =
    [
        ("usage_days", "teacher_id = @teacher"),
        ("delivery_reports",
            """
            wamid in (select o.wamid from outgoing_messages o where o.teacher_id = @teacher)
            or callback_id in (select o.id from outgoing_messages o where o.teacher_id = @teacher)
            """),
        ("quarantined_items", Mentioned("raw")),
        ("account_events", Mentioned("payload")),
        ("jobs", Hers),
    ];

    public async Task<JsonObject?> ExportAsync(TeacherId teacher, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var export = new JsonObject { ["teachers"] = await RowsAsync(context, "teachers", "id = @teacher", teacher, cancellationToken) };
        if (export["teachers"]!.AsArray().Count == 0)
            return null;

        foreach (var (table, where) in Keyed(context.Model).Concat(Loose))
            export[table] = await RowsAsync(context, table, where, teacher, cancellationToken);
        return export;
    }

    public async Task<bool> DeleteAsync(TeacherId teacher, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var deleted = await DeleteAsync(context, teacher, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return deleted;
    }

    /// <summary>The same as a part of somebody else's transaction.</summary>
    public static async Task<bool> DeleteAsync(
        TwigaContext context, TeacherId teacher, CancellationToken cancellationToken)
    {
        await RunAsync(context, "select id from teachers where id = @teacher for update", teacher, cancellationToken);

        // a job that is running ends by itself and finds its row or its teacher gone; the one that deletes may be hers
        foreach (var (table, where) in Loose)
        {
            var also = table == "jobs"
                ? $"and (state <> 'Running' or kind not in ('{nameof(ForgetTeacher)}', '{nameof(ForgetAddress)}'))"
                : "";
            await RunAsync(context, $"delete from {table} where ({where}) {also}", teacher, cancellationToken);
        }

        foreach (var (table, where) in Keyed(context.Model))
            await RunAsync(context, $"""delete from "{table}" where {where}""", teacher, cancellationToken);
        return await RunAsync(context, "delete from teachers where id = @teacher", teacher, cancellationToken) > 0;
    }

    /// <summary>Tables with a key to her, and those with a key to one of these; the ones that point come first.</summary>
    private static IEnumerable<(string Table, string Where)> Keyed(IModel model)
    {
        var direct = Pointing(model, typeof(Teacher)).ToList();
        var second =
            from one in direct
            from key in Pointing(model, one.Entity.ClrType)
            where direct.All(d => d.Table != key.Table)
            select (key.Table, Where: $"""{key.Column} in (select id from "{one.Table}" where {one.Column} = @teacher)""");
        return second.Concat(InOrder(direct).Select(d => (d.Table, $"{d.Column} = @teacher"))).DistinctBy(t => t.Item1);
    }

    private static IEnumerable<Pointer> Pointing(IModel model, Type to) =>
        from entity in model.GetEntityTypes()
        from key in entity.GetForeignKeys()
        where key.PrincipalEntityType.ClrType == to && entity.ClrType != to
        let table = entity.GetTableName()!
        select new Pointer(entity, table, key.Properties[0].GetColumnName(StoreObjectIdentifier.Table(table))!);

    private static IEnumerable<Pointer> InOrder(List<Pointer> tables)
    {
        var left = tables.DistinctBy(t => t.Table).ToList();
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(t => left.All(o => o == t || !PointsTo(o.Entity, t.Entity))) ?? left[0];
            left.Remove(next);
            yield return next;
        }
    }

    private static bool PointsTo(IEntityType one, IEntityType other) =>
        one.GetForeignKeys().Any(k => k.PrincipalEntityType == other);

    private static string Mentioned(string column) =>
        $"exists (select from identities i where i.teacher_id = @teacher and position(i.value in {column}) > 0)";

    private static async Task<JsonArray> RowsAsync(
        TwigaContext context, string table, string where, TeacherId teacher, CancellationToken cancellationToken)
    {
        var row = table == "files" ? "to_jsonb(t) - 'content' || jsonb_build_object('bytes', length(content))" : "to_jsonb(t)";
        await using var command = await CommandAsync(
            context, $"""select coalesce(jsonb_agg({row}), '[]')::text from "{table}" t where {where}""", teacher, cancellationToken);
        return JsonNode.Parse((string)(await command.ExecuteScalarAsync(cancellationToken))!)!.AsArray();
    }

    private static async Task<int> RunAsync(
        TwigaContext context, string sql, TeacherId teacher, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(context, sql, teacher, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<NpgsqlCommand> CommandAsync(
        TwigaContext context, string sql, TeacherId teacher, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var command = ((NpgsqlConnection)context.Database.GetDbConnection()).CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new NpgsqlParameter<long>("teacher", teacher.Value));
        return command;
    }

    private sealed record Pointer(IEntityType Entity, string Table, string Column);
}
