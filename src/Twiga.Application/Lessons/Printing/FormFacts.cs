using Twiga.Application.Common;
using Twiga.Application.Documents;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Lessons;

/// <summary>What stands on top of a form: the class, her name and school (null where not known), its language.</summary>
internal sealed record FormFacts(SchoolClass Class, string? Teacher, string? School, Language Language)
{
    public LessonTexts Texts { get; } = new(Language);

    public string Grade => GradeLevel.Parse(Class.GradeCode).Name(Language);

    public string Subject => Class.Subject(Language);
}

/// <summary>Texts of a form as printed.</summary>
internal static class FormCells
{
    /// <summary>One line where there is one, else bullets.</summary>
    public static Cell Of(IReadOnlyList<string> lines) => lines.Count == 1
        ? Prose.Line(lines[0])
        : new Cell([new Bullets([.. lines.Select(l => (IReadOnlyList<Block>)[new Paragraph(Prose.Line(l))])])]);

    public static Cell Centred(Text text) => new([new Paragraph(text)], Alignment.Centre);

    /// <summary>"p. 12" or "pp. 12–14"; empty where the book has no pages.</summary>
    public static string Pages(BookPages place, LessonTexts texts) => (place.From, place.To) switch
    {
        (null, _) => "",
        ({ } from, { } to) when to > from => texts.Pages(from, to),
        ({ } from, _) => texts.Page(from),
    };
}
