using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Twiga.Application.Common;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Telemetry;

/// <summary>
/// How much waits and for how long, and which templates rest, looked at every few seconds. Every process tells the same: a dashboard takes the
/// highest, not the sum.
/// </summary>
internal sealed partial class QueueGauges : BackgroundService
{
    // Each state has its own partial index. What waits for a time of its own has no age, unless it has failed before.
    private const string Sql =
        """
        with open as (
          select kind, state, run_at, first_failed_at from jobs where state = 'Waiting'
          union all select kind, state, run_at, first_failed_at from jobs where state = 'Running'
          union all select kind, state, null, null from jobs where state = 'Dead')
        select kind, state, count(*), max(extract(epoch from @now - coalesce(first_failed_at, run_at)))::float8
        from open group by kind, state
        union all
        select '', 'Pending', count(*), extract(epoch from @now - min(received_at))::float8
        from inbound_messages where state = 'Pending'
        union all
        select '', 'Refused', count(*), null from refused_templates where refused_at > @now - interval '1 day'
        """;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private static readonly (string Kind, string State)[] Series =
        [.. from kind in QueuedJob.KindNames from state in new[] { "Waiting", "Running", "Dead" } select (kind, state)];

    private readonly Meter _meter = new(Tracing.Name);
    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _clock;
    private readonly ILogger<QueueGauges> _logger;
    private volatile Dictionary<(string Kind, string State), (long Count, double Age)> _seen = [];

    public QueueGauges(NpgsqlDataSource source, TimeProvider clock, ILogger<QueueGauges> logger)
    {
        (_source, _clock, _logger) = (source, clock, logger);
        _meter.CreateObservableGauge("twiga.queue.jobs", () => Jobs(s => s.Count));
        _meter.CreateObservableGauge("twiga.queue.age", () => Jobs(s => s.Age), "s");
        _meter.CreateObservableGauge("twiga.unanswered.messages", () => Of(("", "Pending")).Count);
        _meter.CreateObservableGauge("twiga.unanswered.age", () => Of(("", "Pending")).Age, "s");
        _meter.CreateObservableGauge("twiga.templates.refused", () => Of(("", "Refused")).Count);
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, _clock);
        do
        {
            try
            {
                _seen = await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                Away(exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<Dictionary<(string Kind, string State), (long Count, double Age)>> LookAsync(CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(Sql);
        command.Parameters.Add(new("now", _clock.GetUtcNow()));
        var seen = new Dictionary<(string, string), (long, double)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var age = await reader.IsDBNullAsync(3, cancellationToken) ? 0 : Math.Max(0, reader.GetDouble(3));
            seen[(reader.GetString(0), reader.GetString(1))] = (reader.GetInt64(2), age);
        }

        return seen;
    }

    // every kind is told, so that nothing waiting can be told from nobody looking
    private IEnumerable<Measurement<T>> Jobs<T>(Func<(long Count, double Age), T> value)
        where T : struct =>
        Series.Select(s => new Measurement<T>(value(Of(s)), new("kind", s.Kind), new("state", s.State)));

    private (long Count, double Age) Of((string Kind, string State) series) => _seen.GetValueOrDefault(series);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queue could not be measured: {Fault}")]
    private partial void Away(string fault);
}
