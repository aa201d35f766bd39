using Mapster;
using Microsoft.EntityFrameworkCore;
using Twiga.Application.Onboarding;
using Twiga.Application.Teachers;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Teachers(TwigaContext context, ICatalogue catalogue) : ITeachers
{
    // compiled: every message and every step in a form asks it
    private static readonly Func<TwigaContext, TeacherId, CancellationToken, Task<Teacher>> Find =
        EF.CompileAsyncQuery((TwigaContext context, TeacherId teacher, CancellationToken cancellationToken) =>
            context.Teachers.Include(t => t.Identities).Include(t => t.Classes).Single(t => t.Id == teacher));

    public async Task<Teacher> GetAsync(TeacherId teacher, CancellationToken cancellationToken) =>
        context.Teachers.Local.FindEntry(teacher)?.Entity ?? await Find(context, teacher, cancellationToken);

    public Task<Teacher?> FindAsync(TeacherId teacher, CancellationToken cancellationToken) =>
        context.Teachers.Include(t => t.Identities).Include(t => t.Classes)
            .SingleOrDefaultAsync(t => t.Id == teacher, cancellationToken);

    public async Task<IReadOnlyList<SchoolClass>> ClassesAsync(TeacherId teacher, CancellationToken cancellationToken)
    {
        var hers = (await GetAsync(teacher, cancellationToken)).Classes.Select(c => c.SchoolClassId).ToList();
        var known = (await catalogue.GetAsync(cancellationToken)).Classes.Where(c => hers.Contains(c.Id)).ToList();
        // one that is newer than the catalogue
        if (known.Count < hers.Count)
        {
            known = await context.SchoolClasses.AsNoTracking()
                .Where(c => c.IsActive && hers.Contains(c.Id)).ToListAsync(cancellationToken);
        }

        return [.. known.OrderBy(c => c.English, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<Teacher>> KnownAsync(
        IdentityKind kind, string value, CancellationToken cancellationToken) =>
        await context.Teachers.Include(t => t.Identities).Include(t => t.Classes)
            .Where(t => t.Identities.Any(i => i.Kind == kind && i.Value == value))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<TeacherLine>> ListAsync(TeacherState? state, CancellationToken cancellationToken)
    {
        var teachers = await context.Teachers.AsNoTracking().Include(t => t.Identities).Include(t => t.Classes)
            .Where(t => state == null || t.State == state)
            .OrderBy(t => t.Id)
            .ToListAsync(cancellationToken);
        var names = await context.SchoolClasses.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.English, cancellationToken);
        var lines = new TypeAdapterConfig();
        lines.NewConfig<Teacher, TeacherLine>()
            .Map(l => l.Id, t => t.Id.Value)
            .Map(l => l.Identities, t => t.Identities.Select(i => i.Value))
            .Map(l => l.Classes, t => t.Classes.Select(c => names[c.SchoolClassId]));
        return teachers.Adapt<List<TeacherLine>>(lines);
    }

    public void Add(Teacher teacher) => context.Teachers.Add(teacher);
}
