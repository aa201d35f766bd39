using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twiga.Application.Onboarding;

namespace Twiga.Infrastructure.WhatsApp;

internal static class FlowsRegistration
{
    public static void AddFlows(this IServiceCollection services)
    {
        services.AddSettings<FlowsOptions>(FlowsOptions.Section);
        services.AddSingleton<FlowKeys>();
        services.AddSingleton<IValidateOptions<FlowsOptions>, FlowsOptionsValidator>();
        services.AddSingleton<IFlowCipher, FlowCipher>();
        services.AddSingleton<FlowRest>();
        services.AddScoped<IFlows, Flows>();
        services.AddHttpClient<IFlowRegistry, FlowRegistry>(http => http.Timeout = TimeSpan.FromSeconds(60));
    }
}
