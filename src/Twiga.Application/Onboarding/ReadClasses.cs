using Twiga.Domain.Curriculum;

namespace Twiga.Application.Onboarding;

/// <summary>What was understood of the classes a teacher typed, and what was not.</summary>
/// <param name="Classes">Those that are certain, in the order in which she named them.</param>
/// <param name="Choices">Where her words fit several classes: one of them is meant.</param>
/// <param name="WithoutYear">Keys of subjects for which she named no form or standard.</param>
/// <param name="WithoutSubject">Forms and standards for which she named no subject.</param>
/// <param name="NotOffered">Subjects that are not taught in the year she named.</param>
/// <param name="NotUnderstood">Her own words, where a subject was expected.</param>
/// <param name="OtherWords">How many more words there were that say nothing about classes.</param>
internal sealed record ReadClasses(
    IReadOnlyList<SchoolClass> Classes,
    IReadOnlyList<SchoolClass> Choices,
    IReadOnlyList<string> WithoutYear,
    IReadOnlyList<GradeLevel> WithoutSubject,
    IReadOnlyList<NotOffered> NotOffered,
    IReadOnlyList<string> NotUnderstood,
    int OtherWords)
{
    public bool IsEmpty => Classes.Count == 0 && Choices.Count == 0 && WithoutYear.Count == 0
        && WithoutSubject.Count == 0 && NotOffered.Count == 0;
}

/// <param name="Subject">Her word for it.</param>
internal sealed record NotOffered(string Subject, GradeLevel Grade);
