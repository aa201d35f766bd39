using Twiga.Domain.Teachers;

namespace Twiga.Domain.Documents;

/// <summary>Pages by their meaning; how they look is the typesetter's. A4, black on white.</summary>
public sealed record Document
{
    /// <summary>The name in the file's properties; what is printed on top is the header's.</summary>
    public required string Title { get; init; }

    /// <summary>The language of the words that the pages add themselves, such as "Page 2 of 4".</summary>
    public required Language Language { get; init; }

    public Orientation Orientation { get; init; }

    /// <summary>What stands on top of the first page; null where the blocks begin at once.</summary>
    public Header? Header { get; init; }

    /// <summary>A line at the foot of every page beside the page's number.</summary>
    public string? Footer { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }
}

public enum Orientation
{
    Portrait,
    Landscape,
}
