using Microsoft.EntityFrameworkCore;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Retrieval;

internal sealed class SchoolClasses(TwigaContext context) : ISchoolClasses
{
    private static readonly Dictionary<string, int> Order =
        GradeLevel.All.Select((grade, place) => (grade.Code, place)).ToDictionary(p => p.Code, p => p.place);

    public async Task<IReadOnlyList<SchoolClass>> ListAsync(CancellationToken cancellationToken)
    {
        var all = await context.SchoolClasses.AsNoTracking().ToListAsync(cancellationToken);
        return [.. all.OrderBy(c => Order[c.GradeCode]).ThenBy(c => c.English, StringComparer.Ordinal)];
    }

    public Task<SchoolClass?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var pattern = name.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
        return context.SchoolClasses
            .Where(c => EF.Functions.ILike(c.English, pattern) || EF.Functions.ILike(c.Swahili, pattern))
            .OrderByDescending(c => c.IsActive)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public Task<SchoolClass?> FindAsync(string subjectKey, string gradeCode, CancellationToken cancellationToken) =>
        context.SchoolClasses.SingleOrDefaultAsync(
            c => c.SubjectKey == subjectKey && c.GradeCode == gradeCode, cancellationToken);
}
