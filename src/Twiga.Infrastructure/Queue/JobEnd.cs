using Microsoft.EntityFrameworkCore;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Queue;

/// <summary>How a job is ended: a crash of the database's machine may take it back, and it is done again.</summary>
internal static class JobEnd
{
    /// <summary>
    /// Nobody outside has been told of what a job saves: the outbox waits for the disk before each call to WhatsApp,
    /// and with it for all that was committed before.
    /// </summary>
    public const string DoNotWaitForDisk = "set local synchronous_commit to off";

    /// <summary>Ends a job whose command changed nothing that is not saved yet.</summary>
    public static async Task SaveAsync(
        TwigaContext context, ClaimedJob job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ended = await context.Database.ExecuteSqlAsync(
            $"""
            with quick as (select set_config('synchronous_commit', 'off', true))
            update jobs set state = 'Done', finished_at = {now}, leased_until = null
            from quick where id = {job.Id} and state = 'Running' and attempts = {job.Attempts}
            """,
            cancellationToken);
        if (ended == 0)
            throw new JobOvertakenException();
    }
}

/// <summary>The job's lease ran out and another worker has it.</summary>
internal sealed class JobOvertakenException() : Exception("The job was taken over by another worker.");
