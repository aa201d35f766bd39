using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Infrastructure.Reading;

namespace Twiga.Infrastructure.LanguageModels;

internal static class LanguageModelsRegistration
{
    /// <summary>Registers the models, and an embedder where one is configured.</summary>
    public static IServiceCollection AddLanguageModels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<LanguageModelOptions>(LanguageModelOptions.Section);
        services.AddSingleton<IValidateOptions<LanguageModelOptions>, LanguageModelOptionsValidator>();
        services.AddSingleton<ILanguageModels, LanguageModels>();

        services.AddSettings<EmbeddingsOptions>(EmbeddingsOptions.Section);
        services.AddSingleton<IValidateOptions<EmbeddingsOptions>, EmbeddingsOptionsValidator>();
        if (!string.IsNullOrWhiteSpace(configuration[$"{EmbeddingsOptions.Section}:Url"]))
            services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>, Embedder>();
        services.AddMediaReaders();
        return services;
    }

    private static void AddMediaReaders(this IServiceCollection services)
    {
        foreach (var section in new[] { ReaderOptions.Transcription, ReaderOptions.Vision })
        {
            services.AddOptions<ReaderOptions>(section).BindWellFormed(section).ValidateOnStart();
            services.AddSingleton<IValidateOptions<ReaderOptions>>(new ReaderOptionsValidator(section));
        }

        services.AddHttpClient<ReaderCalls>(http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.AddTransient<Transcriber>();
        services.AddTransient<Viewer>();
        services.AddTransient<DocumentText>();
        services.AddTransient<IMediaReaders, MediaReaders>();
    }
}
