using MediatR;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Curriculum;

/// <summary>Finds the passages in the books of a class, or of all, that say something about a phrase, best first.</summary>
public sealed record SearchPassages(SchoolClassId? Class, string Phrase, int Limit = 15) : IRequest<SearchOutcome>;

/// <summary>What a search came to.</summary>
public abstract record SearchOutcome
{
    private SearchOutcome()
    {
    }

    /// <summary>One passage or more, best first.</summary>
    public sealed record Found(IReadOnlyList<FoundPassage> Passages) : SearchOutcome;

    /// <summary>The class has books, but none of them says anything worth showing.</summary>
    public sealed record NothingFound : SearchOutcome;

    /// <summary>The class has no books.</summary>
    public sealed record NoBooks : SearchOutcome;
}

/// <summary>A passage with all it takes to cite it. Pages are as printed; the score compares within one search only.</summary>
public sealed record FoundPassage(
    PassageId Id,
    ResourceId ResourceId,
    string Title,
    int? ChapterNumber,
    string? Chapter,
    string? Section,
    int? PageFrom,
    int? PageTo,
    PassageKind Kind,
    Language Language,
    string Text,
    double Score);
