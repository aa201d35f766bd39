using Microsoft.EntityFrameworkCore;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Retrieval;

/// <summary>The sections of a class's main book: its own before a sample, the longest of several.</summary>
internal static class Outlines
{
    public static async Task<IReadOnlyList<OutlineSection>> ReadAsync(
        TwigaContext context, SchoolClassId schoolClass, CancellationToken cancellationToken)
    {
        var book = await context.Resources.AsNoTracking()
            .Where(r => r.Classes.Any(c => c.SchoolClassId == schoolClass))
            .OrderBy(r => r.IsSample)
            .ThenByDescending(r => context.Passages.Count(p => p.ResourceId == r.Id && p.Chapter != null))
            .FirstOrDefaultAsync(cancellationToken);
        if (book is null)
            return [];

        var passages = await context.Passages.AsNoTracking()
            .Where(p => p.ResourceId == book.Id && p.Chapter != null
                && p.Kind != PassageKind.Exercise && p.Kind != PassageKind.Glossary)
            .OrderBy(p => p.Ordinal)
            .ToListAsync(cancellationToken);
        var numbered = passages.Any(p => p.ChapterNumber != null);
        return
        [
            .. passages.Where(p => !numbered || p.ChapterNumber != null)
                .GroupBy(p => (Chapter: p.Chapter!, Section: p.Section ?? p.Chapter!))
                .Select(g => new OutlineSection(
                    book.Id,
                    book.Title,
                    book.Authors,
                    g.Key.Chapter,
                    g.Key.Section,
                    g.Min(p => p.PageFrom),
                    g.Max(p => p.PageTo ?? p.PageFrom),
                    g.Sum(p => p.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length),
                    string.Join("\n\n", g.Where(p => p.Kind == PassageKind.Text).Select(p => p.Text)))),
        ];
    }
}
