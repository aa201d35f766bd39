using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Documents;

public enum DocumentKind
{
    ExamPaper,
    MarkingScheme,
    LessonPlan,
    SchemeOfWork,
}

/// <summary>A document that was made for a teacher, with what made it and its files, so that she can ask for it again.</summary>
public sealed class MadeDocument
{
    public MadeDocumentId Id { get; private set; }

    public required TeacherId TeacherId { get; init; }

    public required DocumentKind Kind { get; init; }

    public SchoolClassId? SchoolClassId { get; init; }

    /// <summary>As she reads it: <c>Geography Form 2 exam</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, as she asked for it.</summary>
    public required string Topic { get; init; }

    /// <summary>The id of what it was made from, such as an exam's; by kind.</summary>
    public long? Source { get; init; }

    /// <summary>Null where no PDF could be made.</summary>
    public KeptFileId? Pdf { get; init; }

    /// <summary>Null where no Word file could be made; one of both is always there.</summary>
    public KeptFileId? Word { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The file of the sort she wants, or the other one where there is none.</summary>
    public KeptFileId? File(bool asWord) => asWord ? Word ?? Pdf : Pdf ?? Word;
}
