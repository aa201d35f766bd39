using Twiga.Domain.Teachers;

namespace Twiga.Domain.Curriculum;

/// <summary>What a passage of a book is.</summary>
public enum PassageKind
{
    Text,
    Exercise,
    Table,
    FigureCaption,
    Glossary,
}

/// <summary>A piece of a book of up to about 200 words that knows where it stands.</summary>
public sealed class Passage
{
    public PassageId Id { get; private set; }

    public ResourceId ResourceId { get; set; }

    /// <summary>Its place in the book, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The chapter's number as printed; null in front matter or a glossary.</summary>
    public int? ChapterNumber { get; init; }

    public string? Chapter { get; init; }

    /// <summary>The section's number and title as printed.</summary>
    public string? Section { get; init; }

    public int? PageFrom { get; init; }

    public int? PageTo { get; init; }

    public required PassageKind Kind { get; init; }

    public required Language Language { get; init; }

    public required string Text { get; init; }
}
