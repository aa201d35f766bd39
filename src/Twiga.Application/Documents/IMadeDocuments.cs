using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Documents;

/// <summary>The documents that were made for teachers.</summary>
public interface IMadeDocuments
{
    /// <summary>
    /// Keeps them at once, whatever becomes of the request; one of the same source, kind and title takes the place of
    /// the earlier one, so that work that is done again leaves nothing twice.
    /// </summary>
    Task KeepAsync(IReadOnlyList<MadeDocument> documents, CancellationToken cancellationToken);

    /// <summary>Her newest documents, newest first.</summary>
    Task<IReadOnlyList<MadeDocument>> FindAsync(WantedDocuments wanted, CancellationToken cancellationToken);
}

/// <summary>Which documents; what is null does not matter. A topic is looked for in topics and titles, whatever the case.</summary>
public sealed record WantedDocuments(TeacherId Teacher)
{
    public IReadOnlyList<DocumentKind> Kinds { get; init; } = [];

    public SchoolClassId? Class { get; init; }

    public string? Topic { get; init; }

    public long? Source { get; init; }

    public int AtMost { get; init; } = 10;
}
