using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Application.Operators;
using Twiga.Application.Teachers;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Queue;

internal static class SchedulesRegistration
{
    /// <summary>Registers what is done by the clock, and the settings for it.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.AddSettings<TeachersOptions>(TeachersOptions.Section);
        services.AddSettings<RetentionOptions>(RetentionOptions.Section);
        services.AddSingleton(p => new QuietClock(
            p.GetRequiredService<IOptions<TeachersOptions>>().Value
                .Rules(p.GetRequiredService<IOptions<QuotaOptions>>().Value.Zone),
            p.GetRequiredService<TimeProvider>()));
        services.AddScoped<IQuietTeachers, QuietTeachers>();
        services.AddScoped<IOversight, Oversight>();
        services.AddSingleton<IRetention, Retention>();
        services.AddSingleton<ILeftWork, LeftWork>();
        services.AddSingleton<Schedules>();
        return services;
    }
}
