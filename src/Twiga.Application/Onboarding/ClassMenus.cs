using System.Collections.Frozen;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>The menus from which classes are chosen: stage, subject, class. A list has ten rows at most.</summary>
internal sealed class ClassMenus(Teacher teacher, Catalogue catalogue)
{
    private const int RowsOfAPage = 9;

    private static readonly FrozenSet<string> DoneWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "basi", "tayari", "nimemaliza", "mwisho", "ni hayo tu", "hayo tu", "done", "finished", "that's all", "thats all",
        "that is all", "no more", "enough", "hapana", "no", "ndiyo hayo", "basi tayari");

    private readonly OnboardingTexts _texts = new(teacher.Language);

    public static bool SaysDone(string words) => DoneWords.Contains(words.Trim().TrimEnd('.', '!').Replace('’', '\''));

    public OutgoingContent Stages(string question) => new ButtonsContent(
        question.Within(Limits.Body),
        [
            new ReplyButton(Route.Id(Route.Stage, "p"), _texts.Primary),
            new ReplyButton(Route.Id(Route.Stage, "os"), _texts.OrdinaryLevel),
            new ReplyButton(Route.Id(Route.Stage, "as"), _texts.AdvancedLevel),
        ]);

    public OutgoingContent MoreOrDone(string body)
    {
        var more = new ReplyButton(Route.Stages, _texts.AddMore);
        return new ButtonsContent(
            body.Within(Limits.Body),
            teacher.Classes.Count == 0 ? [more] : [new ReplyButton(Route.Done, _texts.ThatIsAll), more]);
    }

    /// <summary>None where there is no such page.</summary>
    public OutgoingContent? Subjects(string stage, int page)
    {
        var all = catalogue.Classes.Where(c => StageOf(c) == stage).Select(c => c.SubjectKey).Distinct()
            .Select(catalogue.FindSubject).OfType<Subject>().ToList();
        var shown = all.Skip(page * RowsOfAPage).Take(RowsOfAPage)
            .Select(s => Parts.Row(Route.Id(Route.Subject, stage, s.Key), Name(s))).ToList();
        if (page < 0 || shown.Count == 0)
            return null;

        if (all.Count > (page + 1) * RowsOfAPage)
            shown.Add(new ListRow(Route.Id(Route.Subjects, stage, page + 1), _texts.OtherSubjects));
        return new ListContent(_texts.ChooseSubject, _texts.Choose, [new ListSection(null, shown)]);
    }

    /// <summary>None where the subject is not taught in that stage.</summary>
    public OutgoingContent? Classes(string stage, string key)
    {
        var classes = Of(stage, key);
        if (classes.Count == 0 || catalogue.FindSubject(key) is not { } subject)
            return null;

        var rows = classes.Take(RowsOfAPage).Select(c => new ListRow(
            Route.Id(Route.Class, c.Id),
            GradeLevel.Parse(c.GradeCode).Name(teacher.Language),
            c.Name(teacher.Language).Within(Limits.RowDescription))).ToList();
        if (classes.Count > 1)
            rows.Add(new ListRow(Route.Id(Route.AllClasses, stage, key), _texts.AllOfThese));
        return new ListContent(_texts.ChooseClass(Name(subject)), _texts.Choose, [new ListSection(null, rows)]);
    }

    public IReadOnlyList<SchoolClass> Of(string stage, string key) =>
        [.. catalogue.OfSubject(key).Where(c => StageOf(c) == stage)];

    /// <summary>Her classes, to take one away; none where she has one only.</summary>
    public OutgoingContent? Removal()
    {
        var hers = Summary.Of(teacher.Classes.Select(c => c.SchoolClassId), catalogue).ToList();
        return hers.Count < 2 ? null : new ListContent(
            _texts.ChooseRemoval,
            _texts.Choose,
            [new ListSection(null, [.. hers.Take(RowsOfAPage + 1)
                .Select(c => Parts.Row(Route.Id(Route.Drop, c.Id), c.Name(teacher.Language)))])]);
    }

    private static string StageOf(SchoolClass schoolClass) => schoolClass.GradeCode.TrimEnd('1', '2', '3', '4', '5', '6', '7');

    private string Name(Subject subject) => teacher.Language == Language.Swahili ? subject.Swahili : subject.English;
}
