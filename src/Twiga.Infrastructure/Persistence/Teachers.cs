using Microsoft.EntityFrameworkCore;
using Twiga.Application.Teachers;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Teachers(TwigaContext context) : ITeachers
{
    public Task<Teacher> GetAsync(TeacherId teacher, CancellationToken cancellationToken) =>
        context.Teachers.Include(t => t.Identities).Include(t => t.Classes)
            .SingleAsync(t => t.Id == teacher, cancellationToken);

    public async Task<IReadOnlyList<SchoolClass>> ClassesAsync(TeacherId teacher, CancellationToken cancellationToken) =>
        await context.SchoolClasses.AsNoTracking()
            .Where(c => c.IsActive && context.Set<TeachesClass>()
                .Any(t => t.TeacherId == teacher && t.SchoolClassId == c.Id))
            .OrderBy(c => c.English)
            .ToListAsync(cancellationToken);

    public void Add(Teacher teacher) => context.Teachers.Add(teacher);
}
