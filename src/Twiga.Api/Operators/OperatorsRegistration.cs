using Twiga.Infrastructure.Telemetry;

namespace Twiga.Api.Operators;

internal static class OperatorsRegistration
{
    /// <summary>Registers what operators see of this process, and the door to it.</summary>
    public static IServiceCollection AddOperators(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTelemetry(configuration);
        services.AddSingleton<OperatorsDoor>();
        services.AddSingleton<ConsoleSessions>();
        services.AddSingleton<ConsolePages>();
        services.AddSingleton<ConsoleDoor>();
        return services;
    }
}
