using Betalgo.Ranul.OpenAI.Managers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>The configured embedder; it returns one vector of the configured size for each text, or throws.</summary>
internal sealed class Embedder : DelegatingEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingsOptions _options;

    public Embedder(IOptions<EmbeddingsOptions> options, TimeProvider time)
        : base(Connect(options.Value, time)) => _options = options.Value;

    public override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default) =>
        ModelCall.MeasureAsync("embedding", _options.Model, _ => AskAsync(values, options, cancellationToken));

    private async Task<GeneratedEmbeddings<Embedding<float>>> AskAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        var texts = values as IReadOnlyCollection<string> ?? [.. values];
        options = options?.Clone() ?? new EmbeddingGenerationOptions();
        options.Dimensions ??= _options.Dimensions;
        var vectors = await base.GenerateAsync(texts, options, cancellationToken);
        if (vectors.Count != texts.Count)
            throw new ModelUnavailableException($"{texts.Count} texts brought {vectors.Count} embeddings.");
        if (vectors.FirstOrDefault(v => v.Vector.Length != options.Dimensions) is { } odd)
        {
            throw new ModelRequestRefusedException(
                $"Embeddings have {odd.Vector.Length} dimensions, Embeddings__Dimensions says {options.Dimensions}.");
        }

        return vectors;
    }

    private static OpenAIService Connect(EmbeddingsOptions options, TimeProvider time) =>
        new ModelEndpoint(options.Url!, string.IsNullOrWhiteSpace(options.ApiKey) ? null : options.ApiKey, options.Model)
            .Connect(
                new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) },
                TimeSpan.FromSeconds(options.TimeoutSeconds),
                time);
}
