using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

internal sealed class QuietTeachers(TwigaContext context) : IQuietTeachers
{
    public Task<IReadOnlyList<TeacherId>> InactiveAsync(
        QuietRules rules, DateTimeOffset now, TeacherId after, int atMost, CancellationToken cancellationToken)
    {
        var since = now - rules.InactiveAfter;
        return PageAsync(
            t => t.State == TeacherState.Active && (t.LastMessageAt ?? t.CreatedAt) <= since,
            after, atMost, cancellationToken);
    }

    public Task<IReadOnlyList<TeacherId>> ToRemindAsync(
        QuietRules rules, DateTimeOffset now, Language language, TeacherId after, int atMost,
        CancellationToken cancellationToken)
    {
        var since = now - rules.RemindAfter;
        return PageAsync(
            t => t.Language == language && (t.State == TeacherState.Active || t.State == TeacherState.Inactive || t.State == TeacherState.Onboarding)
                && !t.RemindersAreOff && t.RemindersInARow < rules.RemindAtMost
                && (t.LastMessageAt ?? t.CreatedAt) <= since && (t.RemindedAt == null || t.RemindedAt <= since),
            after, atMost, cancellationToken);
    }

    private async Task<IReadOnlyList<TeacherId>> PageAsync(
        Expression<Func<Teacher, bool>> wanted, TeacherId after, int atMost, CancellationToken cancellationToken)
    {
        // ids compare in the database by their numbers
        var ids = await context.Teachers.AsNoTracking().Where(wanted)
            .Where(t => (long)(object)t.Id > after.Value)
            .OrderBy(t => t.Id).Select(t => t.Id).Take(atMost)
            .ToListAsync(cancellationToken);
        return ids;
    }
}
