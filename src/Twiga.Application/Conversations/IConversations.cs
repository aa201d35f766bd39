using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>What teachers asked and what they read. Notices are no part of it.</summary>
public interface IConversations
{
    /// <summary>The last finished exchanges since her talk began, oldest first.</summary>
    Task<IReadOnlyList<Exchange>> RecentAsync(TeacherId teacher, int atMost, CancellationToken cancellationToken);

    /// <summary>The words of messages of this talk, hers or to her, by their wamids; nothing where one is not known.</summary>
    Task<IReadOnlyList<string>> WordsOfAsync(
        TeacherId teacher, IReadOnlyList<string> wamids, CancellationToken cancellationToken);
}

/// <summary>A question, the answer she read, and what was kept back for later, such as the answers of an exercise.</summary>
public sealed record Exchange(string Question, string Reply, string? Kept = null);
