using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Twiga.Application;
using Twiga.Application.Messaging;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Infrastructure.Tests.Schedules;

/// <summary>Several processes' worth of workers on one database and one clock that only the test moves.</summary>
internal sealed class ClockedProcesses : IAsyncDisposable
{
    private const int SchedulesByTheHour = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);
    private readonly List<IHost> _hosts = [];

    private ClockedProcesses(FakeTimeProvider clock) => Clock = clock;

    public FakeTimeProvider Clock { get; }

    /// <summary>What all of them logged as a warning or worse.</summary>
    public ConcurrentQueue<string> Logged { get; } = [];

    public static async Task<ClockedProcesses> StartAsync(
        int count, FakeTimeProvider clock, IWhatsApp whatsApp, params (string Name, string Value)[] settings)
    {
        var processes = new ClockedProcesses(clock);
        for (var i = 0; i < count; i++)
            processes._hosts.Add(Build(clock, whatsApp, processes.Logged, settings));
        foreach (var host in processes._hosts)
        {
            await host.Services.GetRequiredService<TwigaDatabase>().OpenAsync(CancellationToken.None);
            await host.StartAsync();
        }

        await processes.SettleAsync();
        return processes;
    }

    /// <summary>Moves the clock by so many hours, one at a time, and lets each hour's work be done.</summary>
    public async Task PassAsync(int hours, Func<Task>? eachHour = null)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            Clock.Advance(TimeSpan.FromHours(1));
            await SettleAsync();
            if (eachHour is not null)
                await eachHour();
        }
    }

    public async ValueTask DisposeAsync()
    {
        var stopping = Task.WhenAll(_hosts.Select(h => h.StopAsync()));
        while (await Task.WhenAny(stopping, Task.Delay(20)) != stopping)
            Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var host in _hosts)
            await ((IAsyncDisposable)host).DisposeAsync();
    }

    /// <summary>Waits until this hour's schedules are in the table and all that is due is done.</summary>
    public async Task SettleAsync()
    {
        await using var command = Database.Source.CreateCommand(
            """
            select (select count(*) from jobs where period like '%:' || $2 and period not like 'left-work:%') = $3
              and not exists (select from jobs where state = 'Running' or (state = 'Waiting' and run_at <= $1))
            """);
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = $"{Clock.GetUtcNow():yyyy-MM-ddTHH}:00Z" });
        command.Parameters.Add(new() { Value = (long)SchedulesByTheHour });
        var began = TimeProvider.System.GetTimestamp();
        while (!(bool)(await command.ExecuteScalarAsync())!)
        {
            Assert.That(TimeProvider.System.GetElapsedTime(began), Is.LessThan(Patience), $"Not done at {Clock.GetUtcNow():u}");
            await Task.Delay(2);
        }
    }

    private static IHost Build(
        FakeTimeProvider clock, IWhatsApp whatsApp, ConcurrentQueue<string> lines, (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Twiga"] = Database.ConnectionString,
            ["WhatsApp:PhoneNumberId"] = "1",
            ["WhatsApp:AccessToken"] = "a",
            ["WhatsApp:AppSecret"] = "b",
            ["WhatsApp:VerifyToken"] = "c",
            ["WhatsApp:ReminderTemplate"] = "kumbusho",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddWorkers(builder.Configuration);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IWhatsApp>(p => new TemplateGate(whatsApp, p.GetRequiredService<ITemplates>()));
        builder.Logging.AddProvider(new Lines(lines));
        return builder.Build();
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                lines.Enqueue($"{logLevel} {formatter(state, exception)}");
        }

        public void Dispose()
        {
        }
    }
}
