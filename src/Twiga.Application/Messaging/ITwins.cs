using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Pairs of teachers that are one person, known by different ids until one message carried both.</summary>
public interface ITwins
{
    /// <summary>Moves everything of the other to the one who is kept, at once or not at all, and removes the other.</summary>
    /// <returns>False where one of them is gone, so that there is nothing to do.</returns>
    Task<bool> MergeAsync(TeacherId kept, TeacherId other, CancellationToken cancellationToken);
}
