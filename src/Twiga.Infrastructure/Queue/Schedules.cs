using Cronos;
using Npgsql;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Queue;

/// <summary>
/// Work that comes back by the clock. Every process puts in the job of the period that began last; its key makes that
/// one job, whichever process was first and however often it is tried.
/// </summary>
internal sealed class Schedules(NpgsqlDataSource source, JobSignal signal, TimeProvider clock)
{
    private const string Sql =
        """
        insert into jobs (kind, payload, lane, period, state, run_at, deadline_seconds, attempts, created_at)
        values (@kind, @payload, @lane, @period, 'Waiting', @now, @deadline, 0, @now)
        on conflict (period) where period is not null do nothing
        """;

    private static readonly Schedule[] All =
    [
        new("inactivity", "0 * * * *", new RetireQuietTeachers()),
        new("reminders:sw", "0 * * * *", new RemindQuietTeachers(Language.Swahili)),
        new("reminders:en", "0 * * * *", new RemindQuietTeachers(Language.English)),
        new("clean-up", "0 * * * *", new CleanUp()),
        new("left-work", "*/10 * * * *", new PickUpLeftWork()),
    ];

    private readonly Dictionary<string, DateTimeOffset> _known = [];

    /// <summary>Puts in what has become due since the last time; one caller at a time.</summary>
    public async Task PutInAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var schedule in All)
        {
            var began = schedule.Cron.GetPreviousOccurrence(now, TimeZoneInfo.Utc, inclusive: true)!.Value;
            if (_known.TryGetValue(schedule.Name, out var known) && known == began)
                continue;

            if (await PutInAsync(schedule, began, now, cancellationToken))
                signal.Committed();
            _known[schedule.Name] = began;
        }
    }

    private async Task<bool> PutInAsync(
        Schedule schedule, DateTimeOffset began, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var job = QueuedJob.For(schedule.Command, now);
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new("kind", job.Kind));
        command.Parameters.Add(new("payload", job.Payload));
        command.Parameters.Add(new("lane", job.Lane));
        command.Parameters.Add(new("period", $"{schedule.Name}:{began:yyyy-MM-ddTHH:mm}Z"));
        command.Parameters.Add(new("now", now));
        command.Parameters.Add(new("deadline", job.DeadlineSeconds));
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>The name in a period's key, when it comes round in UTC, and what is done then.</summary>
    private sealed record Schedule(string Name, string When, IQueued Command)
    {
        public CronExpression Cron { get; } = CronExpression.Parse(When);
    }
}
