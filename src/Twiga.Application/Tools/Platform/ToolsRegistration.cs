using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Twiga.Application.Tools;

internal static class ToolsRegistration
{
    /// <summary>Registers the platform and every renderer; handlers and validators are found like all others.</summary>
    public static IServiceCollection AddTools(this IServiceCollection services)
    {
        var application = typeof(ToolsRegistration).Assembly;
        services.AddScoped<TurnContext>();
        services.AddSingleton(p => new Toolbox(
            p.GetRequiredService<IServiceScopeFactory>(),
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILogger<Toolbox>>(),
            application));
        services.Scan(scan => scan.FromAssemblies(application)
            .AddClasses(c => c.AssignableTo(typeof(IToolRenderer<,>)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithScopedLifetime());
        return services;
    }
}
