using Twiga.Domain.Teachers;

namespace Twiga.Domain.Exams;

/// <summary>How the papers of an examination are built; read from a data file (docs/exam-formats.md).</summary>
public sealed record ExamFormat
{
    /// <summary>Small letters, digits and hyphens, such as <c>csee-arts</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The examination as teachers call it, such as CSEE.</summary>
    public required string Name { get; init; }

    /// <summary>The grades it is for, as codes: os4.</summary>
    public required IReadOnlyList<string> Grades { get; init; }

    /// <summary>The subjects it is for, by key; every subject of those grades where empty.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    public required int Minutes { get; init; }

    /// <summary>What a candidate can reach in all.</summary>
    public required decimal Marks { get; init; }

    /// <summary>Options of a multiple-choice item: 4 is A to D, 5 is A to E.</summary>
    public required int OptionLetters { get; init; }

    /// <summary>Answers are written on the paper itself, so it has room for them.</summary>
    public bool AnswersOnPaper { get; init; }

    public required IReadOnlyList<FormatSection> Sections { get; init; }

    /// <summary>The instructions on top, by language, in order; {words} in braces are filled in from the format.</summary>
    public required IReadOnlyDictionary<Language, IReadOnlyList<string>> Instructions { get; init; }

    /// <summary>Questions that are printed.</summary>
    public int Questions => Sections.Sum(s => s.Questions.Count);

    /// <summary>How well it fits a class: 2 by grade and subject, 1 by grade, 0 not at all.</summary>
    public int Fits(string grade, string subject) =>
        !Grades.Contains(grade) ? 0 : Subjects.Contains(subject) ? 2 : Subjects.Count == 0 ? 1 : 0;
}

/// <summary>A section in order of its questions; a paper without sections has one without a letter.</summary>
public sealed record FormatSection
{
    /// <summary>A, B, C; null where the paper has no sections.</summary>
    public string? Letter { get; init; }

    /// <summary>What the section holds, one entry for each printed question.</summary>
    public required IReadOnlyList<FormatQuestion> Questions { get; init; }

    /// <summary>How many are answered; all where null. The compulsory ones are among them.</summary>
    public int? Answer { get; init; }

    /// <summary>The first so many must be answered where there is a choice.</summary>
    public int Compulsory { get; init; }

    /// <summary>What a candidate can reach here; questions that one may choose from have equal marks.</summary>
    public decimal Marks => SectionMarks.Of([.. Questions.Select(q => q.Marks)], Answer, Compulsory);
}

/// <summary>A printed question: its kind, its marks, and of how many items or parts it is made.</summary>
public sealed record FormatQuestion
{
    public required QuestionKind Kind { get; init; }

    public required decimal Marks { get; init; }

    /// <summary>Items (i), (ii) … of an objective question, each of equal marks; parts (a), (b) … at most of another.</summary>
    public int Items { get; init; } = 1;

    /// <summary>Entries of List B of a matching question: more than there are items.</summary>
    public int ListB { get; init; }

    public decimal MarksEach => Marks / Items;
}

public enum QuestionKind
{
    MultipleChoice,
    Matching,
    TrueFalse,
    Gaps,
    ShortAnswers,

    /// <summary>A text to read and questions on it.</summary>
    Comprehension,
    Structured,
    Calculation,
    Essay,
}
