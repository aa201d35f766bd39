using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>A finished exam with what stands on top of it: the class, the school (null where not known), the year.</summary>
internal sealed record PaperFacts(Exam Exam, SchoolClass Class, string? School, int Year)
{
    public PaperTexts Texts { get; } = new(Exam.Language);

    public required Paper Paper { get; init; }

    public required int Minutes { get; init; }

    public string Grade => GradeLevel.Parse(Class.GradeCode).Name(Exam.Language);

    public string Subject => Class.Subject(Exam.Language);

    public IReadOnlyList<Text> Head =>
    [
        Text.Bold(Texts.Country),
        Text.Bold(Texts.Office),
        Text.Bold(Texts.CouncilToFill),
        Text.Bold(School is null ? Texts.SchoolToFill : School.ToUpperInvariant()),
        Text.Bold(Texts.Examination(Grade.ToUpperInvariant())),
    ];
}

/// <summary>The paper as candidates get it.</summary>
internal static class PaperPrinter
{
    public static Document Print(PaperFacts facts)
    {
        var (exam, texts) = (facts.Exam, facts.Texts);
        var questions = new QuestionPrinter(texts, exam.Format.AnswersOnPaper);
        var (blocks, number) = (new List<Block>(), 0);
        foreach (var (section, format) in facts.Paper.Sections.Zip(exam.Format.Sections))
        {
            if (section.Letter is { } letter)
            {
                // one heading, so that its rule is never left alone at the foot of a page
                blocks.Add(new Heading(
                    new Text(
                    [
                        new Words(texts.Section(letter, MarkSigns.Of(section.Marks))),
                        new LineBreak(),
                        new Words(PaperWords.Rule(format, texts, number)),
                    ]),
                    1));
            }

            blocks.Add(new Items([.. section.Questions.Select(q => questions.Print(q, ++number))]));
        }

        return new Document
        {
            Title = $"{facts.Subject} {facts.Grade}",
            Language = exam.Language,
            Footer = $"{facts.Subject} {facts.Grade}",
            Header = new ExamHeader
            {
                Lines = facts.Head,
                Code = facts.Class.Code,
                Subject = facts.Subject.ToUpperInvariant(),
                Candidates = exam.Format.AnswersOnPaper ? texts.Candidate : (Text?)null,
                Time = texts.Duration(facts.Minutes),
                Date = texts.Year(facts.Year),
                InstructionsTitle = texts.Instructions,
                Instructions = [.. PaperWords.Instructions(exam.Format, exam.Language).Select(i => (Text)i)],
            },
            Blocks = blocks,
        };
    }
}
