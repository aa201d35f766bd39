using Microsoft.EntityFrameworkCore;
using Twiga.Application.Exams;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Reads and keeps on contexts of its own: the request's own is saved with the job, at the end.</summary>
internal sealed class Exams(TwigaContext request, IDbContextFactory<TwigaContext> contexts) : IExams
{
    public async Task<Exam?> FindAsync(Guid request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Whole(context).SingleOrDefaultAsync(e => e.Request == request, cancellationToken);
    }

    public async Task<Exam?> LatestAsync(
        TeacherId teacher, SchoolClassId? schoolClass, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Whole(context)
            .Where(e => e.TeacherId == teacher && e.State == ExamState.Ready
                && (schoolClass == null || e.SchoolClassId == schoolClass))
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<Exam?> FindAsync(TeacherId teacher, ExamId id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Whole(context).SingleOrDefaultAsync(e => e.Id == id && e.TeacherId == teacher, cancellationToken);
    }

    public async Task<bool> IsBeingMadeAsync(
        TeacherId teacher, SchoolClassId schoolClass, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lane = $"exam:{teacher}";
        var ofClass = $"\"Class\":{schoolClass},";
        return await context.UnderWay().AnyAsync(j => j.Lane == lane && j.Payload.Contains(ofClass), cancellationToken);
    }

    public async Task StartAsync(Exam exam, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Exams.Add(exam);
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task KeepAsync(ExamSlot slot, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Entry(slot).State = EntityState.Modified;
        await context.SaveChangesAsync(cancellationToken);
    }

    public void Record(Exam exam) => request.Entry(exam).State = EntityState.Modified;

    private static IQueryable<Exam> Whole(TwigaContext context) =>
        context.Exams.AsNoTracking().Include(e => e.Slots.OrderBy(s => s.Place));
}
