using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Twiga.Application.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Tests.Queue;

internal sealed class Claiming_jobs
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private JobClaims _claims = null!;
    private JobReturns _returns = null!;

    [SetUp]
    public async Task Empty()
    {
        await Database.EmptyAsync();
        _claims = new JobClaims(Database.Source, _clock);
        _returns = new JobReturns(Database.Source, _clock);
    }

    [Test]
    public async Task Keeps_one_waiting_row_for_a_mailbox_however_many_put_into_it()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => EnqueueAsync(1)));

        Assert.That(await CountAsync(JobState.Waiting), Is.EqualTo(1));
    }

    [Test]
    public async Task Gives_a_lane_to_one_worker_at_a_time_when_many_claim_at_once()
    {
        var running = new ConcurrentDictionary<string, bool>();
        var done = 0;
        for (var teacher = 1; teacher <= 5; teacher++)
            await EnqueueAsync(teacher);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(async worker =>
        {
            for (var round = 0; round < 40; round++)
            {
                foreach (var job in await _claims.ClaimAsync(worker, 2, default))
                {
                    Assert.That(running.TryAdd(job.Payload, true), Is.True, "two workers hold one lane");
                    await EnqueueAsync(int.Parse(System.Text.RegularExpressions.Regex.Match(job.Payload, @"\d+").Value));
                    await Task.Yield();
                    running.TryRemove(job.Payload, out _);
                    await FinishAsync(job);
                    Interlocked.Increment(ref done);
                }
            }
        }));

        Assert.That(done, Is.GreaterThan(5));
        Assert.That(await CountAsync(JobState.Waiting), Is.EqualTo(5));
    }

    [Test]
    public async Task Does_not_give_a_job_before_its_time()
    {
        await EnqueueAsync(1, _clock.GetUtcNow().AddSeconds(10));

        Assert.That(await _claims.ClaimAsync(1, 10, default), Is.Empty);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.That(await _claims.ClaimAsync(1, 10, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Brings_a_later_job_forward_when_its_mailbox_gets_something_now()
    {
        await EnqueueAsync(1, _clock.GetUtcNow().AddSeconds(10));
        await EnqueueAsync(1);

        Assert.That(await _claims.ClaimAsync(1, 10, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Keeps_the_pause_of_a_job_that_failed_when_its_mailbox_gets_more()
    {
        await EnqueueAsync(1);
        var job = (await _claims.ClaimAsync(1, 10, default)).Single();
        await EnqueueAsync(1);
        await _returns.TryAgainAsync(job, _clock.GetUtcNow().AddSeconds(10), "Fault", default);
        await EnqueueAsync(1);

        Assert.That(await _claims.ClaimAsync(1, 10, default), Is.Empty);
        _clock.Advance(TimeSpan.FromSeconds(10));
        var again = await _claims.ClaimAsync(1, 10, default);
        Assert.That(again.Select(j => (j.Id, j.Attempts)), Is.EqualTo(new[] { (job.Id, 2) }));
    }

    [Test]
    public async Task Rescues_what_a_worker_without_a_lock_left_and_only_that()
    {
        await EnqueueAsync(1);
        await EnqueueAsync(2);
        await using var alive = await Database.Source.OpenConnectionAsync();
        await using var lasting = await alive.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand($"select pg_advisory_xact_lock({JobReturns.WorkerLocks}, 7)", alive))
            await hold.ExecuteNonQueryAsync();
        var held = (await _claims.ClaimAsync(7, 1, default)).Single();
        var left = (await _claims.ClaimAsync(8, 1, default)).Single();
        await EnqueueAsync(1);
        await EnqueueAsync(2);

        Assert.That(await _returns.RescueAsync(default), Is.EqualTo(1));
        var again = await _claims.ClaimAsync(9, 10, default);
        Assert.That(again.Select(j => j.Id), Is.EqualTo(new[] { left.Id }));
        Assert.That(again.Select(j => j.Id), Does.Not.Contain(held.Id));
    }

    [Test]
    public async Task Rescues_a_job_whose_lease_ran_out_though_its_worker_lives()
    {
        await EnqueueAsync(1);
        await using var alive = await Database.Source.OpenConnectionAsync();
        await using var lasting = await alive.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand($"select pg_advisory_xact_lock({JobReturns.WorkerLocks}, 7)", alive))
            await hold.ExecuteNonQueryAsync();
        await _claims.ClaimAsync(7, 1, default);

        Assert.That(await _returns.RescueAsync(default), Is.Zero);
        _clock.Advance(new AnswerTeacher(new TeacherId(1)).Deadline + TimeSpan.FromSeconds(31));
        Assert.That(await _returns.RescueAsync(default), Is.EqualTo(1));
    }

    [Test]
    public async Task Does_not_let_a_worker_finish_a_job_that_was_taken_from_it([Values] bool andStartAnother)
    {
        await EnqueueAsync(1);
        var job = (await _claims.ClaimAsync(7, 1, default)).Single();
        await _returns.RescueAsync(default);

        Assert.That(async () => await FinishAsync(job, andStartAnother), Throws.InstanceOf<JobOvertakenException>());
        await _claims.ClaimAsync(8, 1, default);
        Assert.That(async () => await FinishAsync(job, andStartAnother), Throws.InstanceOf<JobOvertakenException>());
        Assert.That(await CountAsync(JobState.Running), Is.EqualTo(1));
        Assert.That(await CountAsync(JobState.Waiting), Is.Zero);
    }

    [Test]
    public async Task Saves_the_end_of_a_job_with_the_job_that_follows_from_it([Values] bool andStartAnother)
    {
        await EnqueueAsync(1);
        await FinishAsync((await _claims.ClaimAsync(7, 1, default)).Single(), andStartAnother);

        Assert.That(await CountAsync(JobState.Done), Is.EqualTo(1));
        Assert.That(await CountAsync(JobState.Waiting), Is.EqualTo(andStartAnother ? 1 : 0));
    }

    [Test]
    public async Task Buries_a_job_with_its_last_resort_and_frees_the_lane()
    {
        var command = new AnswerTeacher(new TeacherId(1));
        await EnqueueAsync(1);
        var job = (await _claims.ClaimAsync(7, 1, default)).Single();
        await _returns.BuryAsync(job, "Fault", command.LastResort, default);

        Assert.That(await CountAsync(JobState.Dead), Is.EqualTo(1));
        Assert.That((await _claims.ClaimAsync(7, 5, default)).Single().Kind, Is.EqualTo(nameof(Apologise)));
    }

    private async Task EnqueueAsync(long teacher, DateTimeOffset? at = null)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        var job = QueuedJob.For(new AnswerTeacher(new TeacherId(teacher)), at ?? _clock.GetUtcNow());
        batch.BatchCommands.Add(JobInsert.Command([job], _clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync();
    }

    private async Task FinishAsync(ClaimedJob job, bool andStartAnother = false)
    {
        await using var context = Database.Context();
        var changes = new Changes(context, new JobSignal(), _clock);
        changes.End(job);
        if (andStartAnother)
            changes.Enqueue(new SendMessages(new TeacherId(1)));
        await changes.SaveAsync(default);
    }

    private static async Task<int> CountAsync(JobState state)
    {
        await using var context = Database.Context();
        return await context.Jobs.CountAsync(j => j.State == state);
    }
}
