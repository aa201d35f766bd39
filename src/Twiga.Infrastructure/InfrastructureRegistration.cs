using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twiga.Application.Common;
using Twiga.Application.Conversations;
using Twiga.Application.Documents;
using Twiga.Application.Exams;
using Twiga.Application.Lessons;
using Twiga.Application.Messaging;
using Twiga.Application.Onboarding;
using Twiga.Application.Teachers;
using Twiga.Infrastructure.Formats;
using Twiga.Infrastructure.LanguageModels;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Queue;
using Twiga.Infrastructure.Retrieval;
using Twiga.Infrastructure.Typesetting;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Infrastructure;

public static class InfrastructureRegistration
{
    /// <summary>Registers every adapter. The database must be opened before the first of them is used.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddPersistence(configuration);
        services.AddWhatsApp();
        services.AddRetrieval();
        services.AddFormats();
        services.AddLanguageModels(configuration);
        services.AddMessagingEdge();
        services.AddSchedules();
        services.AddTypesetting();
        return services;
    }

    /// <summary>Registers the workers of this process, unless the settings make it an HTTP-only node.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService(p => p.GetRequiredService<WorkerPresence>());
        if (bool.TryParse(configuration[$"{WorkersOptions.Section}:Enabled"], out var enabled) && !enabled)
            return services;

        services.AddSingleton<JobClaims>();
        services.AddSingleton<JobReturns>();
        services.AddSingleton<JobRun>();
        services.AddSingleton<JobWorker>();
        services.AddHostedService<JobKeeper>();
        services.AddHostedService(p => p.GetRequiredService<JobWorker>());
        // not by the options: these are read before what is wrong with all settings can be told
        var drain = int.TryParse(configuration[$"{WorkersOptions.Section}:DrainSeconds"], out var seconds)
            ? seconds
            : new WorkersOptions().DrainSeconds;
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(Math.Max(0, drain) + 10));
        return services;
    }

    private static void AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().BindWellFormed("Database", "Twiga")
            .Configure(o => o.ConnectionString = configuration.GetConnectionString("Twiga"))
            .Validate(
                o => !o.IsMalformed,
                "ConnectionStrings__Twiga: this is no connection string such as Host=…;Database=…;Username=…;Password=…")
            .ValidateOnStart();
        services.AddSingleton(p => new TwigaDatabase(
            p.GetRequiredService<IOptions<DatabaseOptions>>(),
            p.GetRequiredService<ILogger<TwigaDatabase>>()));
        // not registered as a disposable of its own: the database closes it
        services.AddSingleton(p => p.GetRequiredService<TwigaDatabase>().Source);
        services.AddPooledDbContextFactory<TwigaContext>((p, options) =>
            ContextOptions.Configure(options, p.GetRequiredService<TwigaDatabase>().Source));
        services.AddScoped(p => p.GetRequiredService<IDbContextFactory<TwigaContext>>().CreateDbContext());

        services.AddScoped<Changes>();
        services.AddScoped<IChanges>(p => p.GetRequiredService<Changes>());
        services.AddScoped<IJobs>(p => p.GetRequiredService<Changes>());
        services.AddScoped<ITeachers, Persistence.Teachers>();
        services.AddScoped<IMessages, Messages>();
        services.AddScoped<IAnnouncements, Announcements>();
        services.AddScoped<IExams, Persistence.Exams>();
        services.AddScoped<IPreparations, Preparations>();
        services.AddSingleton<IMadeDocuments, MadeDocuments>();
        services.AddScoped<IConversations, Persistence.Conversations>();
        services.AddSingleton<IFiles, Files>();
        services.AddSingleton<IRecords, Records>();
        services.AddSingleton<IFarewells, Farewells>();
        services.AddSingleton<IOutbox, Outbox>();
        services.AddSingleton<ICatalogue, Catalogues>();
        services.AddSingleton<IQuotas, Quotas>();
        services.AddSettings<QuotaOptions>(QuotaOptions.Section);
        services.AddScoped<IJobTable, JobTable>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<WorkerPresence>();
        services.AddSingleton<Readiness>();
        services.AddSettings<WorkersOptions>(WorkersOptions.Section);
        services.AddSettings<OperatorsOptions>(OperatorsOptions.Section);
    }

    private static void AddWhatsApp(this IServiceCollection services)
    {
        services.AddSettings<WhatsAppOptions>(WhatsAppOptions.Section);
        services.AddFlows();
        services.AddSingleton<ITemplates, Templates>();
        services.AddSingleton<NumberPace>();
        services.AddHttpClient<IMedia, Media>(http => http.Timeout = TimeSpan.FromSeconds(90));
        services.AddTransient<IWhatsApp>(p => new TemplateGate(
            p.GetRequiredService<CloudApi>(), p.GetRequiredService<ITemplates>()));
        services.AddHttpClient<CloudApi>(http => http.Timeout = TimeSpan.FromSeconds(30))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(10),
            });
    }
}
