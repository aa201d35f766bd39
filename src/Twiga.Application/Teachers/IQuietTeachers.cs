using Twiga.Domain.Teachers;

namespace Twiga.Application.Teachers;

/// <summary>Teachers who have not written for a while, in the order of their ids, page by page.</summary>
public interface IQuietTeachers
{
    /// <summary>Active ones who have been quiet for so long that they are inactive.</summary>
    Task<IReadOnlyList<TeacherId>> InactiveAsync(
        QuietRules rules, DateTimeOffset now, TeacherId after, int atMost, CancellationToken cancellationToken);

    /// <summary>Those for whom a reminder in this language is due, whatever the hour.</summary>
    Task<IReadOnlyList<TeacherId>> ToRemindAsync(
        QuietRules rules, DateTimeOffset now, Language language, TeacherId after, int atMost,
        CancellationToken cancellationToken);
}
