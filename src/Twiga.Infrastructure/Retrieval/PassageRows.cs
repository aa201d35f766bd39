using Npgsql;
using NpgsqlTypes;
using Twiga.Domain.Curriculum;

namespace Twiga.Infrastructure.Retrieval;

/// <summary>Makes the passages of a book exactly these; one with the same text in the same section keeps its id.</summary>
internal static class PassageRows
{
    private const string Staging =
        """
        create temporary table if not exists incoming_passages (like passages) on commit delete rows;
        truncate incoming_passages
        """;

    private const string Copy =
        """
        copy incoming_passages (id, resource_id, ordinal, chapter_number, chapter, section, page_from, page_to,
            kind, language, text) from stdin (format binary)
        """;

    // ordinals are moved out of the way first: the unique index is checked row by row
    private const string Exchange =
        """
        delete from passages p where p.resource_id = $1 and not exists (select from incoming_passages i where i.id = p.id);
        update passages set ordinal = -1 - ordinal where resource_id = $1;
        update passages p
        set ordinal = i.ordinal, chapter_number = i.chapter_number, chapter = i.chapter, section = i.section,
            page_from = i.page_from, page_to = i.page_to, kind = i.kind, language = i.language
        from incoming_passages i where i.id = p.id;
        insert into passages (id, resource_id, ordinal, chapter_number, chapter, section, page_from, page_to,
            kind, language, text) overriding system value
        select id, resource_id, ordinal, chapter_number, chapter, section, page_from, page_to, kind, language, text
        from incoming_passages i where not exists (select from passages p where p.id = i.id)
        """;

    /// <returns>How many passages are new.</returns>
    public static async Task<int> ReplaceAsync(
        NpgsqlConnection connection, long book, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(connection, book, cancellationToken);
        var ids = passages.Select(p => known.TryGetValue(KeyOf(p), out var same) && same.TryDequeue(out var id) ? id : 0).ToList();
        var fresh = new Queue<long>(await NextIdsAsync(connection, ids.Count(id => id == 0), cancellationToken));
        await using (var staging = new NpgsqlCommand(Staging, connection))
            await staging.ExecuteNonQueryAsync(cancellationToken);

        var added = fresh.Count;
        await using (var rows = await connection.BeginBinaryImportAsync(Copy, cancellationToken))
        {
            foreach (var (passage, id) in passages.Zip(ids))
                await WriteAsync(rows, book, passage, id == 0 ? fresh.Dequeue() : id, cancellationToken);
            await rows.CompleteAsync(cancellationToken);
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var text in Exchange.Split(';'))
        {
            var command = new NpgsqlBatchCommand(text);
            if (text.Contains("$1"))
                command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = book });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        return added;
    }

    private static (string, string?, string) KeyOf(Passage passage) =>
        (passage.Text, passage.Section, passage.Kind.ToString());

    private static async Task<Dictionary<(string, string?, string), Queue<long>>> KnownAsync(
        NpgsqlConnection connection, long book, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select id, text, section, kind from passages where resource_id = $1 order by ordinal", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = book });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = new Dictionary<(string, string?, string), Queue<long>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = (reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetString(3));
            if (!known.TryGetValue(key, out var ids))
                known[key] = ids = [];
            ids.Enqueue(reader.GetInt64(0));
        }

        return known;
    }

    private static async Task<long[]> NextIdsAsync(
        NpgsqlConnection connection, int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select array(select nextval(pg_get_serial_sequence('public.passages', 'id')) from generate_series(1, $1))", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        return (long[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task WriteAsync(
        NpgsqlBinaryImporter rows, long book, Passage passage, long id, CancellationToken cancellationToken)
    {
        await rows.StartRowAsync(cancellationToken);
        await rows.WriteAsync(id, cancellationToken);
        await rows.WriteAsync(book, cancellationToken);
        await rows.WriteAsync(passage.Ordinal, cancellationToken);
        await Nullable(passage.ChapterNumber, NpgsqlDbType.Integer);
        await Nullable(passage.Chapter, NpgsqlDbType.Text);
        await Nullable(passage.Section, NpgsqlDbType.Text);
        await Nullable(passage.PageFrom, NpgsqlDbType.Integer);
        await Nullable(passage.PageTo, NpgsqlDbType.Integer);
        await rows.WriteAsync(passage.Kind.ToString(), cancellationToken);
        await rows.WriteAsync(passage.Language.ToString(), cancellationToken);
        await rows.WriteAsync(passage.Text, cancellationToken);

        Task Nullable(object? value, NpgsqlDbType type) => value is null
            ? rows.WriteNullAsync(cancellationToken)
            : rows.WriteAsync(value, type, cancellationToken);
    }
}
