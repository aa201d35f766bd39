using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Curriculum;

/// <summary>A book cut into passages, ready to be stored.</summary>
public sealed record Textbook(
    string Title,
    IReadOnlyList<string> Authors,
    Language Language,
    bool IsSample,
    string FileName,
    string ContentHash,
    IReadOnlyList<SchoolClassId> Classes,
    IReadOnlyList<Passage> Passages);

/// <summary>What storing a book came to: whether anything changed, and how many passages are new.</summary>
public sealed record StoredBook(ResourceId Id, bool Changed, int NewPassages);

/// <summary>A stored book for people who look after books.</summary>
public sealed record BookEntry(
    ResourceId Id,
    string Title,
    IReadOnlyList<string> Authors,
    Language Language,
    bool IsSample,
    string FileName,
    IReadOnlyList<string> Classes,
    int Passages,
    DateTimeOffset IngestedAt);
