using Npgsql;
using Pgvector;
using Twiga.Domain.Curriculum;

namespace Twiga.Infrastructure.Retrieval;

/// <summary>
/// The vectors in the database, by embedder. Of one model there is at most one set that is searched and one that is
/// being made beside it.
/// </summary>
internal static class VectorRows
{
    /// <summary>The set that new passages go to; the first one of a library is searched at once.</summary>
    private const string Take =
        """
        with added as (
            insert into embedders (model, dimensions, is_current)
            select $1, $2, not exists (select from passage_vectors)
            where not exists (select from embedders where model = $1 and dimensions = $2)
            on conflict do nothing returning id, is_current)
        select id from (
            select id, is_current from added
            union all select id, is_current from embedders where model = $1 and dimensions = $2) as e
        order by is_current desc limit 1
        """;

    private const string Missing =
        """
        select p.id, concat_ws(E'\n', p.chapter, p.section, p.text) from passages p
        where p.resource_id = $1
            and not exists (select from passage_vectors v where v.embedder_id = $2 and v.resource_id = $1 and v.passage_id = p.id)
        order by p.ordinal
        """;

    private const string Insert =
        """
        with added as (
            insert into passage_vectors (embedder_id, resource_id, passage_id, embedding)
            select $1, $2, p.id, v.embedding
            from unnest($3::bigint[], $4::halfvec[]) as v(id, embedding)
            join passages p on p.id = v.id
            on conflict do nothing
            returning embedder_id, resource_id, passage_id, embedding)
        insert into passage_signs (embedder_id, resource_id, passage_id, signs)
        select embedder_id, resource_id, passage_id, binary_quantize(embedding) from added
        on conflict do nothing
        """;

    public static async Task<int> EmbedderAsync(
        NpgsqlConnection connection, string model, int dimensions, CancellationToken cancellationToken)
    {
        await using var command = connection.With(Take, model, dimensions);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The passages of a book that have no vector in the set, with the text to embed.</summary>
    public static async Task<List<(long Id, string Text)>> MissingAsync(
        NpgsqlConnection connection, int embedder, ResourceId book, CancellationToken cancellationToken)
    {
        await using var command = connection.With(Missing, book.Value, embedder);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var missing = new List<(long, string)>();
        while (await reader.ReadAsync(cancellationToken))
            missing.Add((reader.GetInt64(0), reader.GetString(1)));
        return missing;
    }

    public static async Task WriteAsync(
        NpgsqlConnection connection, int embedder, ResourceId book, long[] passages, HalfVector[] vectors,
        CancellationToken cancellationToken)
    {
        await using var command = connection.With(Insert, embedder, book.Value, passages, vectors);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static NpgsqlCommand With(this NpgsqlConnection connection, string text, params object[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
