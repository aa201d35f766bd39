using Twiga.Simulator.Control;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Flows;
using Twiga.Simulator.Graph;
using Twiga.Simulator.Models;
using Twiga.Simulator.Phones;
using Twiga.Simulator.Webhooks;

namespace Twiga.Simulator;

/// <summary>Starts the simulator: as a program, or inside a test.</summary>
public static class SimulatorHost
{
    private const long LargestBody = 110L * 1024 * 1024;

    public static async Task<RunningSimulator> StartAsync(
        SimulatorOptions options, TimeProvider? clock = null, CancellationToken cancellation = default)
    {
        var app = Build(options, clock ?? TimeProvider.System, logs: false);
        await app.StartAsync(cancellation);
        return new RunningSimulator(app);
    }

    internal static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var options = new SimulatorOptions { DataDirectory = Path.Combine(".twiga", "simulator") };
        configuration.GetSection(SimulatorOptions.Section).Bind(options);
        options.Urls = configuration["urls"] ?? configuration["ASPNETCORE_URLS"] ?? options.Urls;
        var app = Build(options, TimeProvider.System, logs: true);
        await app.StartAsync();
        Startup.Listening(app.Logger, string.Join(", ", app.Urls), options.ApiUrl);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static WebApplication Build(SimulatorOptions options, TimeProvider clock, bool logs)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        if (logs)
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true)
                .AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        AddParts(builder.Services.AddSingleton(options).AddSingleton(clock));

        var app = builder.Build();
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<LiveFeed>().Close);
        app.Services.GetRequiredService<Recorder>();
        app.Use(Doorkeeper.OwnPagesOnlyAsync);
        app.MapPage();
        app.MapPhone();
        app.MapControl();
        app.MapModel();
        app.MapGraph();
        return app;
    }

    private static void AddParts(IServiceCollection services) => services
        .AddSingleton<LiveFeed>().AddSingleton<FaultBoard>().AddSingleton<Ledger>()
        .AddSingleton<Journal>().AddSingleton<Talks>().AddSingleton<Handset>().AddSingleton<MediaShelf>()
        .AddSingleton<Envelope>().AddSingleton<WebhookClient>().AddSingleton<Courier>()
        .AddSingleton<GraphDoor>().AddSingleton<MessageRules>().AddSingleton<PaceGate>()
        .AddSingleton<StatusReporter>().AddSingleton<Acceptance>()
        .AddSingleton<GraphMessages>().AddSingleton<GraphMedia>()
        .AddSingleton<FlowShelf>().AddSingleton<FlowLine>().AddSingleton<FlowWalk>().AddSingleton<GraphFlows>()
        .AddSingleton<Script>().AddSingleton<Chat>().AddSingleton<Embeddings>()
        .AddSingleton<Recorder>().AddSingleton<Player>();
}

internal static partial class Startup
{
    [LoggerMessage(LogLevel.Information, "The simulator listens on {Urls} and posts webhooks to {Api}")]
    public static partial void Listening(ILogger logger, string urls, Uri api);
}
