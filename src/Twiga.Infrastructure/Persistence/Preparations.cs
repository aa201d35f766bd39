using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Twiga.Application.Lessons;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Reads and keeps on contexts of its own: the request's own is saved with the job, at the end.</summary>
internal sealed class Preparations(TwigaContext request, IDbContextFactory<TwigaContext> contexts) : IPreparations
{
    public async Task<Preparation?> FindAsync(Guid request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Preparations.AsNoTracking().Include(p => p.Parts.OrderBy(s => s.Place))
            .SingleOrDefaultAsync(p => p.Request == request, cancellationToken);
    }

    public async Task<bool> IsBeingMadeAsync(
        TeacherId teacher, SchoolClassId schoolClass, string kind, string about, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var hers = $"\"Teacher\":{teacher},";
        var payloads = await context.UnderWay()
            .Where(j => j.Kind == kind && j.Payload.Contains(hers))
            .Select(j => j.Payload)
            .ToListAsync(cancellationToken);
        return payloads.Select(p => JsonDocument.Parse(p).RootElement).Any(p =>
            p.GetProperty("Class").GetInt64() == schoolClass.Value
            && string.Equals(p.GetProperty("About").GetString()?.Trim(), about.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    public async Task StartAsync(Preparation preparation, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Preparations.Add(preparation);
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task KeepAsync(PreparedPart part, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Entry(part).State = EntityState.Modified;
        await context.SaveChangesAsync(cancellationToken);
    }

    public void Record(Preparation preparation) => request.Entry(preparation).State = EntityState.Modified;
}
