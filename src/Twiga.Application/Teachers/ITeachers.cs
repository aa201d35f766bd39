using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Teachers;

/// <summary>Everybody who ever wrote to Twiga or was added by an operator.</summary>
public interface ITeachers
{
    /// <summary>The teacher with her identities and classes; throws where the id is nobody's.</summary>
    Task<Teacher> GetAsync(TeacherId teacher, CancellationToken cancellationToken);

    /// <summary>The same, or null where the id is nobody's.</summary>
    Task<Teacher?> FindAsync(TeacherId teacher, CancellationToken cancellationToken);

    /// <summary>The active classes she teaches, by name.</summary>
    Task<IReadOnlyList<SchoolClass>> ClassesAsync(TeacherId teacher, CancellationToken cancellationToken);

    /// <summary>Whoever is known by this id: one teacher or none.</summary>
    Task<IReadOnlyList<Teacher>> KnownAsync(IdentityKind kind, string value, CancellationToken cancellationToken);

    Task<IReadOnlyList<TeacherLine>> ListAsync(TeacherState? state, CancellationToken cancellationToken);

    void Add(Teacher teacher);
}
