namespace Twiga.Application.Common;

/// <summary>The job table as operators see it.</summary>
public interface IJobTable
{
    /// <summary>Jobs that are not done, oldest first; or only those that were given up.</summary>
    Task<IReadOnlyList<JobLine>> ListAsync(bool deadOnly, CancellationToken cancellationToken);

    /// <summary>Puts dead jobs back, all or one; returns how many. What a teacher was apologised for is asked again.</summary>
    Task<int> ReplayAsync(long? id, CancellationToken cancellationToken);
}

/// <summary>A job as operators see it in a list; the fault is a type's name.</summary>
public sealed record JobLine(
    long Id, string Kind, string Lane, string State, int Attempts, DateTimeOffset RunAt, string? LastFault);
