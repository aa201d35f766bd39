using Twiga.Domain;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Lessons;

namespace Twiga.Application.Lessons;

/// <summary>The forms of lesson plans and schemes of work, those of the school's own folder among them, in order of their age.</summary>
public interface ILessonFormats
{
    IReadOnlyList<LessonFormat> Plans { get; }

    IReadOnlyList<SchemeFormat> Schemes { get; }
}

/// <summary>The form that fits a class best; a school's own goes before one as fitting of Twiga's.</summary>
internal static class FormChoice
{
    public static LessonFormat PlanFor(this ILessonFormats formats, SchoolClass schoolClass) =>
        Best(formats.Plans, f => f.For, schoolClass);

    public static SchemeFormat SchemeFor(this ILessonFormats formats, SchoolClass schoolClass) =>
        Best(formats.Schemes, f => f.For, schoolClass);

    private static T Best<T>(IReadOnlyList<T> all, Func<T, FormFor> isFor, SchoolClass schoolClass) => all.Reverse()
        .Select(f => (Form: f, Fits: isFor(f).Fits(schoolClass.GradeCode, schoolClass.SubjectKey)))
        .Where(f => f.Fits > 0)
        .OrderByDescending(f => f.Fits)
        .Select(f => f.Form)
        .FirstOrDefault()
        ?? throw new DomainException($"There is no form for {schoolClass.English}.");
}
