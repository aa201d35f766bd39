using Microsoft.Extensions.DependencyInjection;
using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

internal static class TypesettingRegistration
{
    public static IServiceCollection AddTypesetting(this IServiceCollection services)
    {
        services.AddSettings<TypesetterOptions>(TypesetterOptions.Section);
        services.AddSingleton<TypesetterPresence>();
        services.AddHostedService(p => p.GetRequiredService<TypesetterPresence>());
        services.AddSingleton<NodeTypesetting>();
        services.AddSingleton<ITypesetter, Typesetter>();
        return services;
    }
}
