using Twiga.Application.Common;
using Twiga.Domain.Curriculum;

namespace Twiga.Application.Curriculum;

/// <summary>The books that answers are taken from, and what is found in them.</summary>
public interface ITextbooks
{
    Task<SearchOutcome> SearchAsync(SearchPassages wanted, CancellationToken cancellationToken);

    /// <summary>The sections of a class's main book, its own before a sample, in order; exercises and glossaries left out.</summary>
    Task<IReadOnlyList<OutlineSection>> OutlineAsync(SchoolClassId schoolClass, CancellationToken cancellationToken);

    /// <summary>Adds a book, or replaces the one of the same file name and classes, at once for all who read.</summary>
    Task<StoredBook> StoreAsync(Textbook book, CancellationToken cancellationToken);

    /// <summary>Throws a <see cref="ModelException"/> where an embedder is configured that does not work.</summary>
    Task CheckEmbedderAsync(CancellationToken cancellationToken);

    /// <summary>Gives the passages that have none their vectors; does nothing where no embedder is configured.</summary>
    Task<int> EmbedAsync(ResourceId book, IProgress<IngestStep>? progress, CancellationToken cancellationToken);

    Task<IReadOnlyList<BookEntry>> ListAsync(CancellationToken cancellationToken);

    /// <returns>The title of the book that is gone; null where there was none.</returns>
    Task<string?> RemoveAsync(ResourceId book, CancellationToken cancellationToken);
}
