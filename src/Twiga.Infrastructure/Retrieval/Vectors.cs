using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Npgsql;
using Pgvector;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Infrastructure.LanguageModels;

namespace Twiga.Infrastructure.Retrieval;

/// <summary>The vectors of passages and questions, where an embedder is configured; all of them have length one.</summary>
internal sealed class Vectors(
    NpgsqlDataSource source,
    IEnumerable<IEmbeddingGenerator<string, Embedding<float>>> embedders,
    IOptions<EmbeddingsOptions> options,
    TimeProvider clock)
{
    private const int BatchSize = 64;
    private const int Attempts = 5;

    private readonly IEmbeddingGenerator<string, Embedding<float>>? _embedder = embedders.FirstOrDefault();
    private int _id;

    public bool AreOn => _embedder is not null;

    public string? Model => options.Value.Model;

    public async Task<Meaning?> OfQuestionAsync(string phrase, CancellationToken cancellationToken)
    {
        if (_embedder is null)
            return null;

        var made = await _embedder.GenerateAsync([options.Value.QueryPrefix + phrase], null, cancellationToken);
        return new Meaning(await EmbedderAsync(cancellationToken), Unit(made[0].Vector));
    }

    /// <summary>Embeds the passages of a book that have no vector of this embedder yet; can be broken off and gone on with.</summary>
    public async Task<int> FillAsync(ResourceId book, IProgress<IngestStep>? progress, CancellationToken cancellationToken)
    {
        if (_embedder is null)
            return 0;

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await FillAsync(connection, book, progress, cancellationToken);
    }

    public async Task<int> FillAsync(
        NpgsqlConnection connection, ResourceId book, IProgress<IngestStep>? progress, CancellationToken cancellationToken)
    {
        var embedder = await EmbedderAsync(cancellationToken);
        var missing = await MissingAsync(connection, embedder, book, cancellationToken);
        var done = 0;
        foreach (var batch in missing.Chunk(BatchSize))
        {
            progress?.Report(new IngestStep("embedding", done, missing.Count));
            var made = await GenerateAsync([.. batch.Select(p => options.Value.PassagePrefix + p.Text)], cancellationToken);
            await WriteAsync(connection, embedder, book, [.. batch.Select(p => p.Id)], made, cancellationToken);
            done += batch.Length;
        }

        return done;
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        string[] texts, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _embedder!.GenerateAsync(texts, null, cancellationToken);
            }
            catch (Exception fault) when (attempt < Attempts && fault is not OperationCanceledException)
            {
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)), clock, cancellationToken);
            }
        }
    }

    private static async Task<List<(long Id, string Text)>> MissingAsync(
        NpgsqlConnection connection, int embedder, ResourceId book, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select p.id, concat_ws(E'\n', p.chapter, p.section, p.text) from passages p
            where p.resource_id = $1
                and not exists (select from passage_vectors v where v.embedder_id = $2 and v.resource_id = $1 and v.passage_id = p.id)
            order by p.ordinal
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = book.Value });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = embedder });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var missing = new List<(long, string)>();
        while (await reader.ReadAsync(cancellationToken))
            missing.Add((reader.GetInt64(0), reader.GetString(1)));
        return missing;
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection, int embedder, ResourceId book, long[] passages,
        GeneratedEmbeddings<Embedding<float>> made, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into passage_vectors (embedder_id, resource_id, passage_id, embedding)
            select $1, $2, p.id, v.embedding
            from unnest($3::bigint[], $4::halfvec[]) as v(id, embedding)
            join passages p on p.id = v.id
            on conflict do nothing
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = embedder });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = book.Value });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = passages });
        command.Parameters.AddWithValue(made.Select(e => Unit(e.Vector)).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> EmbedderAsync(CancellationToken cancellationToken)
    {
        if (_id != 0)
            return _id;

        await using var command = source.CreateCommand(
            """
            with added as (
                insert into embedders (model, dimensions) values ($1, $2) on conflict do nothing returning id)
            select id from added union all select id from embedders where model = $1 and dimensions = $2
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = options.Value.Model! });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = options.Value.Dimensions });
        return _id = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static HalfVector Unit(ReadOnlyMemory<float> vector)
    {
        var length = MathF.Sqrt(System.Numerics.Tensors.TensorPrimitives.SumOfSquares(vector.Span));
        var unit = new Half[vector.Length];
        for (var i = 0; i < unit.Length; i++)
            unit[i] = (Half)(length > 0 ? vector.Span[i] / length : 0);
        return new HalfVector(unit);
    }
}
