using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Npgsql;
using Pgvector;
using Twiga.Application.Common;
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
    private const int Attempts = 6;

    // the last one wins, as everywhere in the container
    private readonly IEmbeddingGenerator<string, Embedding<float>>? _embedder = embedders.LastOrDefault();
    private DateTimeOffset _next;

    public bool AreOn => _embedder is not null;

    public string? Model => options.Value.Model;

    public async Task<Meaning?> OfQuestionAsync(string phrase, CancellationToken cancellationToken)
    {
        if (_embedder is null)
            return null;

        var made = await _embedder.GenerateAsync([options.Value.QueryPrefix + phrase], null, cancellationToken);
        return new Meaning(options.Value.Model!, options.Value.Dimensions, Unit(made[0].Vector));
    }

    /// <summary>Asks the embedder for one vector, so that one that is set up wrongly is known before anything is stored.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (_embedder is not null)
            await _embedder.GenerateAsync(["water"], null, cancellationToken);
    }

    public Task<int> EmbedderAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        VectorRows.EmbedderAsync(connection, options.Value.Model!, options.Value.Dimensions, cancellationToken);

    /// <summary>Embeds the passages of a book that have no vector yet; can be broken off and gone on with.</summary>
    public async Task<int> FillAsync(ResourceId book, IProgress<IngestStep>? progress, CancellationToken cancellationToken)
    {
        if (_embedder is null)
            return 0;

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await FillAsync(connection, await EmbedderAsync(connection, cancellationToken), book, progress, cancellationToken);
    }

    public async Task<int> FillAsync(
        NpgsqlConnection connection, int embedder, ResourceId book, IProgress<IngestStep>? progress, CancellationToken cancellationToken)
    {
        var missing = await VectorRows.MissingAsync(connection, embedder, book, cancellationToken);
        var done = 0;
        foreach (var batch in missing.Chunk(BatchSize))
        {
            progress?.Report(new IngestStep("embedding", done, missing.Count));
            var made = await GenerateAsync([.. batch.Select(p => options.Value.PassagePrefix + p.Text)], cancellationToken);
            await VectorRows.WriteAsync(
                connection, embedder, book, [.. batch.Select(p => p.Id)], [.. made.Select(e => Unit(e.Vector))], cancellationToken);
            done += batch.Length;
        }

        return done;
    }

    public static HalfVector Unit(ReadOnlyMemory<float> vector)
    {
        var length = MathF.Sqrt(System.Numerics.Tensors.TensorPrimitives.SumOfSquares(vector.Span));
        var unit = new Half[vector.Length];
        for (var i = 0; i < unit.Length; i++)
            unit[i] = (Half)(length > 0 ? vector.Span[i] / length : 0);
        return new HalfVector(unit);
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        string[] texts, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await PaceAsync(cancellationToken);
            try
            {
                return await _embedder!.GenerateAsync(texts, null, cancellationToken);
            }
            catch (ModelUnavailableException fault) when (attempt < Attempts)
            {
                var pause = fault.RetryAfter ?? TimeSpan.FromSeconds(Math.Pow(2, attempt - 1));
                await Task.Delay(pause < TimeSpan.FromMinutes(2) ? pause : TimeSpan.FromMinutes(2), clock, cancellationToken);
            }
        }
    }

    /// <summary>Spreads the requests over the minute, where the settings say how many the provider allows.</summary>
    private async Task PaceAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RequestsPerMinute == 0)
            return;

        var now = clock.GetUtcNow();
        if (_next > now)
            await Task.Delay(_next - now, clock, cancellationToken);
        _next = (_next > now ? _next : now) + TimeSpan.FromMinutes(1.0 / options.Value.RequestsPerMinute);
    }
}
