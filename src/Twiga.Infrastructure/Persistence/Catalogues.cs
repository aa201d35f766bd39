using Microsoft.EntityFrameworkCore;
using Twiga.Application.Onboarding;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Infrastructure.Persistence;

/// <summary>The active classes, read again after a minute, with the words of the curriculum file.</summary>
internal sealed class Catalogues(IDbContextFactory<TwigaContext> contexts, TimeProvider clock) : ICatalogue
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private (Catalogue Catalogue, DateTimeOffset ReadAt)? _last;

    public static CatalogueWords Words { get; } = WordsOf(CurriculumFile.Load().Words);

    public async Task<Catalogue> GetAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && clock.GetUtcNow() - last.ReadAt < Fresh)
            return last.Catalogue;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var classes = await context.SchoolClasses.AsNoTracking()
            .Where(c => c.IsActive).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var subjects = await context.Subjects.AsNoTracking().OrderBy(s => s.Key).ToListAsync(cancellationToken);
        var taught = classes.Select(c => c.SubjectKey).ToHashSet();
        var catalogue = new Catalogue([.. subjects.Where(s => taught.Contains(s.Key))], classes, Words);
        _last = (catalogue, clock.GetUtcNow());
        return catalogue;
    }

    private static CatalogueWords WordsOf(SchoolWords words) =>
        new(words.SubjectKeys, words.StagePrefixes, words.Years);
}
