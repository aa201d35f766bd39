using Twiga.Domain.Curriculum;

namespace Twiga.Application.Curriculum;

/// <summary>The classes of Tanzanian schools, each a subject in a year.</summary>
public interface ISchoolClasses
{
    /// <summary>All of them, by level and name.</summary>
    Task<IReadOnlyList<SchoolClass>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The class of that English or Swahili display name, whatever the case; tracked, null where there is none.</summary>
    Task<SchoolClass?> FindAsync(string name, CancellationToken cancellationToken);

    Task<SchoolClass?> FindAsync(string subjectKey, string gradeCode, CancellationToken cancellationToken);
}
