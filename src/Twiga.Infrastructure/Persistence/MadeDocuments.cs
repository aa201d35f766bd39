using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Twiga.Application.Common;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;

namespace Twiga.Infrastructure.Persistence;

internal sealed class MadeDocuments(IDbContextFactory<TwigaContext> contexts) : IMadeDocuments
{
    private static readonly Counter<long> Made = Tracing.Counter("twiga.documents");

    public async Task KeepAsync(IReadOnlyList<MadeDocument> documents, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var document in documents.Where(d => d.Source is not null))
        {
            context.MadeDocuments.RemoveRange(await context.MadeDocuments
                .Where(d => d.TeacherId == document.TeacherId && d.Kind == document.Kind
                    && d.Source == document.Source && d.Title == document.Title)
                .ToListAsync(cancellationToken));
        }

        context.MadeDocuments.AddRange(documents);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var document in documents)
            Made.Add(1, new("kind", document.Kind.ToString()), new("file", document.Pdf is null ? "word" : "pdf"));
    }

    public async Task<IReadOnlyList<MadeDocument>> FindAsync(WantedDocuments wanted, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var hers = context.MadeDocuments.AsNoTracking().Where(d => d.TeacherId == wanted.Teacher);
        if (wanted.Kinds.Count > 0)
            hers = hers.Where(d => wanted.Kinds.Contains(d.Kind));
        if (wanted.Class is { } schoolClass)
            hers = hers.Where(d => d.SchoolClassId == schoolClass);
        if (wanted.Source is { } source)
            hers = hers.Where(d => d.Source == source);
        if (wanted.Topic is { } topic)
        {
            var pattern = $"%{topic.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            hers = hers.Where(d => EF.Functions.ILike(d.Topic, pattern) || EF.Functions.ILike(d.Title, pattern));
        }

        return await hers.OrderByDescending(d => d.Id).Take(wanted.AtMost).ToListAsync(cancellationToken);
    }
}
