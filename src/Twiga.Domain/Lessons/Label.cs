using Twiga.Domain.Teachers;

namespace Twiga.Domain.Lessons;

/// <summary>What is printed on a form, in both languages.</summary>
public sealed record Label(string English, string Swahili)
{
    public string In(Language language) => language == Language.Swahili ? Swahili : English;
}

/// <summary>A field or column of a form: what it is, how it is called, its share of the width (any unit).</summary>
public sealed record FormPart<TIs>(TIs Is, Label Label, decimal Width = 1)
    where TIs : struct, Enum;

/// <summary>Which classes a form is for; grades as codes, subjects as keys, all where empty.</summary>
public sealed record FormFor(IReadOnlyList<string> Grades, IReadOnlyList<string> Subjects)
{
    /// <summary>How well it fits: 0 not at all, more where it names the grade, and more where it names the subject.</summary>
    public int Fits(string grade, string subject)
    {
        if ((Grades.Count > 0 && !Grades.Contains(grade)) || (Subjects.Count > 0 && !Subjects.Contains(subject)))
            return 0;

        return 1 + (Grades.Count > 0 ? 1 : 0) + (Subjects.Count > 0 ? 2 : 0);
    }
}
