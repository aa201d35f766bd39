using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Twiga.Application.Common;
using Twiga.Infrastructure.LanguageModels;

namespace Twiga.Infrastructure.Tests.LanguageModels;

/// <summary>The registration of the Api, with settings as operators write them.</summary>
internal static class Models
{
    public static ServiceProvider With(TimeProvider? time, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name.Replace("__", ":"), (string?)s.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(time ?? TimeProvider.System);
        return services.AddLanguageModels(configuration).BuildServiceProvider();
    }

    public static ServiceProvider At(ModelServer server, params (string Name, string Value)[] more) =>
        With(null, [("LanguageModel__Url", server.Address + "/v1"), ("LanguageModel__Model", "small"), .. more]);

    public static Task<ChatResponse> AskAsync(
        this ServiceProvider models, string question = "Hi", ChatOptions? options = null, string use = "converse") =>
        models.GetRequiredService<ILanguageModels>().For(use).GetResponseAsync(question, options);
}
