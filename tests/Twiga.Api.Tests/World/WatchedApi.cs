using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using Twiga.Api.Flows;
using Twiga.Api.Health;
using Twiga.Api.Operators;
using Twiga.Api.Webhooks;
using Twiga.Application;
using Twiga.Infrastructure;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Telemetry;

namespace Twiga.Api.Tests.World;

/// <summary>The Api inside the test, so that every span it makes and every line it logs, at any level, can be seen.</summary>
internal sealed class WatchedApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WatchedApi(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public ICollection<Activity> Spans { get; private init; } = null!;

    public ConcurrentQueue<string> Lines { get; private init; } = null!;

    public static async Task<WatchedApi> StartAsync(TestWorld world)
    {
        var (spans, lines) = (new SpanList(), new ConcurrentQueue<string>());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(new Recorder(lines));
        builder.Services.PostConfigure<LoggerFilterOptions>(o =>
        {
            o.Rules.Clear();
            o.MinLevel = LogLevel.Trace;
        });
        builder.WebHost.UseUrls(world.Api.Address.ToString());
        builder.Configuration.AddInMemoryCollection(
            world.Settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":"), (string?)s.Value)));
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddWorkers(builder.Configuration);
        builder.Services.AddOperators(builder.Configuration);
        builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddTwiga().AddInMemoryExporter(spans));
        var app = builder.Build();
        app.MapHealth();
        app.MapWebhooks();
        app.MapFlows();
        app.MapMetrics();
        await app.Services.GetRequiredService<TwigaDatabase>().OpenAsync(CancellationToken.None);
        await app.StartAsync();
        return new WatchedApi(app) { Spans = spans, Lines = lines };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class SpanList : System.Collections.ObjectModel.Collection<Activity>, ICollection<Activity>
    {
        protected override void InsertItem(int index, Activity item)
        {
            lock (this)
                base.InsertItem(index, item);
        }
    }

    private sealed class Recorder(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
