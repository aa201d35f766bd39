using Microsoft.Extensions.AI;
using Polly.CircuitBreaker;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>Asks the models in turn until one answers; one whose circuit is open is passed over.</summary>
internal sealed class Fallbacks(IReadOnlyList<ConnectedModel> models) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        ModelException? first = null;
        foreach (var model in models)
        {
            try
            {
                return await model.Breaker.ExecuteAsync(
                    async token => await model.Client.GetResponseAsync(asked, options, token), cancellationToken);
            }
            catch (ModelException fault)
            {
                first ??= fault;
            }
            catch (BrokenCircuitException open)
            {
                first ??= open.InnerException as ModelException;
            }
        }

        throw first ?? new ModelUnavailableException("Every model is resting after repeated failures.");
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : models[0].Client.GetService(serviceType);

    public void Dispose()
    {
    }
}
