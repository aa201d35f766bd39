using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Infrastructure;

internal static class EdgeRegistration
{
    /// <summary>Registers what webhooks need: the app secret, the inbox, statuses and identities.</summary>
    public static IServiceCollection AddMessagingEdge(this IServiceCollection services)
    {
        services.AddSettings<RegistrationOptions>(RegistrationOptions.Section);
        services.AddSingleton(p => new AppSecret(p.GetRequiredService<IOptions<WhatsAppOptions>>().Value.AppSecret));
        services.AddSingleton<SenderResolution>();
        services.AddSingleton<CarefulStore>();
        services.AddSingleton<PlainStore>();
        services.AddSingleton<IInbox, Inbox>();
        services.AddScoped<IDeliveryReports, DeliveryReports>();
        services.AddScoped<IReactions, Reactions>();
        services.AddSingleton<ITwins, Twins>();
        return services;
    }
}
