using Twiga.Domain.Curriculum;

namespace Twiga.Domain.Teachers;

public sealed class TeachesClass(SchoolClassId schoolClassId)
{
    public TeacherId TeacherId { get; private set; }

    public SchoolClassId SchoolClassId { get; private set; } = schoolClassId;
}
