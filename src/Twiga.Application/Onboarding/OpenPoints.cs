using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>What is still to be asked after a teacher typed her classes, beside what was understood.</summary>
internal sealed class OpenPoints(ReadClasses read, Teacher teacher, Catalogue catalogue)
{
    private const int MostRows = 9;
    private readonly OnboardingTexts _texts = new(teacher.Language);

    /// <summary>None where nothing is open.</summary>
    public OutgoingContent? Message => Lines().ToList() is { Count: > 0 } lines ? Ask(lines) : null;

    private IEnumerable<string> Lines()
    {
        if (read.NotUnderstood.Count > 0)
            yield return _texts.NotUnderstood(string.Join(", ", read.NotUnderstood.Select(w => $"“{w.Within(60)}”")));
        foreach (var missing in read.NotOffered.Take(5))
            yield return _texts.NotOffered(missing.Subject, missing.Grade.Name(teacher.Language));
        if (read.WithoutYear.Count > 0)
            yield return _texts.WhichYear(string.Join(", ", read.WithoutYear.Select(NameOf)));
        if (read.WithoutSubject.Count > 0)
            yield return _texts.WhichSubject(string.Join(", ", read.WithoutSubject.Select(g => g.Name(teacher.Language))));
        if (read.Choices.Count > 0)
            yield return _texts.WhichOfThese;
    }

    private OutgoingContent Ask(List<string> lines)
    {
        if (teacher.Classes.Count > 0)
            lines.Insert(0, _texts.Noted(Summary.Classes(teacher, catalogue)));

        var body = string.Join("\n\n", lines).Within(Limits.Body);
        var choices = read.Choices.Concat(read.WithoutYear.SelectMany(catalogue.OfSubject)).DistinctBy(c => c.Id).ToList();
        var rows = choices.Take(MostRows).Select(c => Parts.Row(Route.Id(Route.Class, c.Id), c.Name(teacher.Language))).ToList();
        if (teacher.Classes.Count > 0)
            rows.Add(new ListRow(Route.Done, _texts.ThatIsAll));
        if (rows.Count > 1)
            return new ListContent(body, _texts.Choose, [new ListSection(null, rows)]);

        return new ClassMenus(teacher, catalogue).MoreOrDone(body);
    }

    private string NameOf(string key) => catalogue.FindSubject(key) is not { } subject ? key
        : teacher.Language == Language.Swahili ? subject.Swahili : subject.English;
}
