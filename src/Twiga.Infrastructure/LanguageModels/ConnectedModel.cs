using Betalgo.Ranul.OpenAI;
using Betalgo.Ranul.OpenAI.Managers;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Twiga.Application.Common;
using Twiga.Infrastructure.LanguageModels.Wire;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>A model that can be asked, and the breaker that keeps requests off it while it fails.</summary>
internal sealed record ConnectedModel(IChatClient Client, ResiliencePipeline Breaker)
{
    public static ResiliencePipeline NewBreaker(TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder()
                    .Handle<ModelUnavailableException>()
                    .Handle<ModelKeyRefusedException>(),
                FailureRatio = 0.5,
                MinimumThroughput = 6,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = TimeSpan.FromSeconds(10),
            })
            .Build();
}

/// <summary>Where a model is: equal values share one connection and one breaker.</summary>
internal sealed record ModelEndpoint(string Url, string? ApiKey, string? Model, float? Temperature = null)
{
    public OpenAIService Connect(HttpMessageHandler network, TimeSpan timeout, TimeProvider time)
    {
        var http = new HttpClient(new WireHandler(timeout, time, network)) { Timeout = Timeout.InfiniteTimeSpan };
        var address = ModelAddress.Parse(Url);
        var service = new OpenAIService(
            new OpenAIOptions
            {
                BaseDomain = address.BaseDomain,
                ApiVersion = address.ApiVersion,
                ApiKey = ApiKey ?? "none",
                DefaultModelId = Model,
            },
            http);
        if (ApiKey is null)
            http.DefaultRequestHeaders.Remove("Authorization");
        return service;
    }
}
