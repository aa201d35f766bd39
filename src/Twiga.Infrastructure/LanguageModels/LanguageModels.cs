using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Polly;
using Twiga.Application.Common;
using Twiga.Infrastructure.LanguageModels.Wire;

namespace Twiga.Infrastructure.LanguageModels;

internal sealed class LanguageModels(IOptions<LanguageModelOptions> options, TimeProvider time)
    : ILanguageModels, IDisposable
{
    private readonly SocketsHttpHandler _network = new() { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
    private readonly ConcurrentDictionary<string, IChatClient> _uses = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<ModelEndpoint, IChatClient> _connections = new();
    private readonly ConcurrentDictionary<ModelEndpoint, ResiliencePipeline> _breakers = new();

    public ModelLimits Limits { get; } = new(
        options.Value.ContextTokens, options.Value.MaxToolRounds, options.Value.ConcurrentCalls);

    public IChatClient For(string use) => _uses.GetOrAdd(use, Build);

    public void Dispose() => _network.Dispose();

    private IChatClient Build(string use)
    {
        var models = Endpoints(use).Distinct().Select(e => Model(e, use)).ToList();
        return models.Count > 0
            ? new Fallbacks(models)
            : throw new ModelRequestRefusedException("No language model is configured: set LanguageModel__Url.");
    }

    private ConnectedModel Model(ModelEndpoint endpoint, string use)
    {
        var settings = options.Value;
        var connection = _connections.GetOrAdd(
            endpoint with { Temperature = null },
            e => new SchemaInPrompt(new ToolsOnce(
                e.Connect(_network, TimeSpan.FromSeconds(settings.TimeoutSeconds), time))));
        var configured = new ConfigureOptionsChatClient(new Accounting(connection, use, endpoint.Model ?? ""), o =>
        {
            o.ModelId = endpoint.Model;
            o.Temperature ??= endpoint.Temperature;
            o.MaxOutputTokens ??= settings.MaxOutputTokens;
        });
        return new ConnectedModel(
            configured, _breakers.GetOrAdd(endpoint with { Temperature = null }, _ => ConnectedModel.NewBreaker(time)));
    }

    private IEnumerable<ModelEndpoint> Endpoints(string use)
    {
        var settings = options.Value;
        if (settings.Uses.TryGetValue(use, out var special) && At(special, settings) is { } own)
            yield return own;
        if (At(settings, settings) is { } usual)
            yield return usual;
        foreach (var fallback in settings.Fallbacks)
        {
            if (At(fallback, settings) is { } next)
                yield return next;
        }
    }

    /// <summary>What a setting leaves open is taken from the usual model; its key only where the address is the same.</summary>
    private static ModelEndpoint? At(ModelSettings settings, ModelSettings usual) =>
        (settings.Url ?? usual.Url) is not { Length: > 0 } url
            ? null
            : new ModelEndpoint(
                url,
                Key(settings.ApiKey) ?? (settings.Url is null || settings.Url == usual.Url ? Key(usual.ApiKey) : null),
                settings.Model ?? usual.Model,
                settings.Temperature ?? usual.Temperature);

    private static string? Key(string? key) => string.IsNullOrWhiteSpace(key) ? null : key;
}
