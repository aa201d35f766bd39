using Twiga.Domain.Curriculum;

namespace Twiga.Application.Onboarding;

/// <summary>Finds the classes of the catalogue that are meant by subjects and years.</summary>
internal sealed class ClassChoice(Catalogue catalogue)
{
    private readonly List<SchoolClass> _classes = [];
    private readonly List<SchoolClass> _choices = [];
    private readonly List<string> _withoutYear = [];
    private readonly List<GradeLevel> _withoutSubject = [];
    private readonly List<NotOffered> _notOffered = [];
    private readonly List<string> _notUnderstood = [];

    public ReadClasses Of(IEnumerable<Lessons> all, IEnumerable<string> leftovers)
    {
        foreach (var lessons in all)
            Take(lessons);

        var choices = _choices.DistinctBy(c => (c.SubjectKey, c.GradeCode)).ToList();
        if (choices.Count > 0 || _withoutYear.Count > 0 || _classes.Count > 0 || _notOffered.Count > 0)
            _notUnderstood.AddRange(leftovers);
        return new ReadClasses(
            [.. _classes.DistinctBy(c => (c.SubjectKey, c.GradeCode))],
            choices,
            [.. _withoutYear.Distinct()],
            [.. _withoutSubject.Distinct()],
            [.. _notOffered.Distinct()],
            [.. _notUnderstood.Distinct()],
            0);
    }

    private void Take(Lessons lessons)
    {
        if (lessons.Subjects.Count == 0)
        {
            _withoutSubject.AddRange(lessons.Years.Select(y => GradeOf(y.Primary ?? false, y.Year)).OfType<GradeLevel>());
            return;
        }

        foreach (var subject in lessons.Subjects)
        {
            if (subject.Keys.Count == 0)
                _notUnderstood.Add(subject.Text);
            else if (lessons.Years.Count == 0)
                _withoutYear.Add(Main(subject));
            foreach (var year in subject.Keys.Count == 0 ? [] : lessons.Years)
                Take(subject, year);
        }
    }

    private void Take(Named subject, InYear year)
    {
        var grades = Grades(year).Select(g => g.Code).ToList();
        var fitting = catalogue.Classes.Where(c => subject.Keys.Contains(c.SubjectKey) && grades.Contains(c.GradeCode)).ToList();
        if (fitting.Count == 0)
            fitting = [.. catalogue.Classes.Where(c => grades.Contains(c.GradeCode) && IsPartOf(subject, c))];

        var byName = fitting.Count > 1 ? fitting.Where(c => IsNameOf(subject.Text, c)).ToList() : fitting;
        switch (byName.Count == 1 ? byName : fitting)
        {
            case [var one]:
                _classes.Add(one);
                break;
            case []:
                _notOffered.AddRange(Grades(year).Take(1).Select(g => new NotOffered(subject.Text, g)));
                break;
            case var several:
                _choices.AddRange(several);
                break;
        }
    }

    // "history std 4" is History of Tanzania and Ethics there, "maths f5" one of two kinds
    private bool IsPartOf(Named subject, SchoolClass schoolClass) => catalogue.FindSubject(schoolClass.SubjectKey) is { } other
        && subject.Keys.Select(catalogue.FindSubject).OfType<Subject>().Any(s =>
            other.English.Contains(s.English, StringComparison.OrdinalIgnoreCase)
            || other.Swahili.Contains(s.Swahili, StringComparison.OrdinalIgnoreCase));

    private bool IsNameOf(string text, SchoolClass schoolClass) => catalogue.FindSubject(schoolClass.SubjectKey) is { } subject
        && (subject.English.Equals(text, StringComparison.OrdinalIgnoreCase)
            || subject.Swahili.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Of the subjects a word may mean, the one with most classes.</summary>
    private string Main(Named subject) =>
        subject.Keys.MaxBy(k => catalogue.OfSubject(k).Count()) ?? subject.Keys[0];

    private static IEnumerable<GradeLevel> Grades(InYear year) => year.Primary is { } primary
        ? new[] { GradeOf(primary, year.Year) }.OfType<GradeLevel>()
        : new[] { GradeOf(false, year.Year), GradeOf(true, year.Year) }.OfType<GradeLevel>();

    private static GradeLevel? GradeOf(bool primary, int year) =>
        GradeLevel.All.FirstOrDefault(g => g.IsPrimary == primary && g.Year == year);
}
