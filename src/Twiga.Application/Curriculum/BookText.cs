using Twiga.Domain.Teachers;

namespace Twiga.Application.Curriculum;

/// <summary>A book as a reader found it: what it says of itself, and its text in reading order.</summary>
public sealed record BookText(BookFacts Facts, IReadOnlyList<Block> Blocks, IReadOnlyList<string> Unread);

/// <summary>What a file says of itself; null where it says nothing.</summary>
public sealed record BookFacts
{
    public string? Title { get; init; }

    public string? SubjectKey { get; init; }

    public string? GradeCode { get; init; }

    public Language? Language { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public bool IsSample { get; init; }
}

public enum BlockKind
{
    Chapter,
    Section,
    Heading,
    Paragraph,
    ListItem,
    Formula,
    Table,
    Caption,
}

/// <summary>A piece of text that is never cut where that can be helped, with the printed pages it stands on.</summary>
public sealed record Block(BlockKind Kind, string Text, int? PageFrom = null, int? PageTo = null)
{
    /// <summary>The chapter's number, where the block is its heading.</summary>
    public int? Number { get; init; }
}
