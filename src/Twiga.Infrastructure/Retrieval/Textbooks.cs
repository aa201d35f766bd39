using Microsoft.EntityFrameworkCore;
using Npgsql;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Retrieval.Analysis;

namespace Twiga.Infrastructure.Retrieval;

internal sealed class Textbooks(
    NpgsqlDataSource source, IDbContextFactory<TwigaContext> contexts, BookStore store, Vectors vectors) : ITextbooks
{
    /// <summary>More candidates than are shown: some are joined, some say the same.</summary>
    private const int Candidates = 60;

    public async Task<SearchOutcome> SearchAsync(SearchPassages wanted, CancellationToken cancellationToken)
    {
        var question = QuestionReader.Default.Read(wanted.Phrase);
        var meaning = await vectors.OfQuestionAsync(wanted.Phrase, cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var ranked = await RankingStatement.RunAsync(
            connection, wanted.Class, question, meaning, Candidates, cancellationToken);
        if (ranked.Books == 0)
            return new SearchOutcome.NoBooks();

        var passages = Selection.Of(ranked, wanted.Limit);
        return passages.Count == 0 ? new SearchOutcome.NothingFound() : new SearchOutcome.Found(passages);
    }

    public async Task<IReadOnlyList<OutlineSection>> OutlineAsync(
        SchoolClassId schoolClass, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Outlines.ReadAsync(context, schoolClass, cancellationToken);
    }

    public Task<StoredBook> StoreAsync(Textbook book, CancellationToken cancellationToken) =>
        store.PutAsync(book, cancellationToken);

    public Task CheckEmbedderAsync(CancellationToken cancellationToken) => vectors.CheckAsync(cancellationToken);

    public Task<int> EmbedAsync(ResourceId book, IProgress<IngestStep>? progress, CancellationToken cancellationToken) =>
        vectors.FillAsync(book, progress, cancellationToken);

    public async Task<IReadOnlyList<BookEntry>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Resources.AsNoTracking().OrderBy(r => r.Title).ThenBy(r => r.Id)
            .Select(r => new BookEntry(
                r.Id, r.Title, r.Authors, r.Language, r.IsSample, r.FileName,
                context.SchoolClasses.Where(c => r.Classes.Any(f => f.SchoolClassId == c.Id))
                    .OrderBy(c => c.English).Select(c => c.English).ToList(),
                context.Passages.Count(p => p.ResourceId == r.Id),
                r.IngestedAt))
            .ToListAsync(cancellationToken);
    }

    public Task<string?> RemoveAsync(ResourceId book, CancellationToken cancellationToken) =>
        store.RemoveAsync(book, cancellationToken);
}
