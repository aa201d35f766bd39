using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>
/// Her subjects on the first screen, in groups of up to 20, and their classes on the second. What she teaches is
/// ticked; classes the form cannot show stay hers.
/// </summary>
internal sealed class ClassesForm(Teacher teacher, Catalogue catalogue) : Form
{
    public const int Groups = 6;
    public const int MostSubjects = 10;
    private const int MostOptions = 20;
    private const int MostClasses = 30;
    private const string Subjects = "SUBJECTS";
    private const string Classes = "CLASSES";
    private static readonly string[] Stages = ["p", "os", "as"];
    private readonly FormTexts _texts = new(teacher.Language);

    public override IReadOnlyList<string> Screens { get; } = [Subjects, Classes];

    public override FilledIn.Screen First() => ShowSubjects(Hers().Select(TaughtSubject.Of).Distinct(), null);

    public override FilledIn.Screen? Take(string screen, JsonElement data) =>
        screen == Subjects ? TakeSubjects(data) : TakeClasses(data);

    private FilledIn.Screen TakeSubjects(JsonElement data)
    {
        var chosen = Enumerable.Range(1, Groups).SelectMany(n => Ticked(data, $"group_{n}"))
            .Select(Known).OfType<TaughtSubject>().Distinct().ToList();
        return chosen.Count switch
        {
            0 => ShowSubjects(chosen, _texts.NoSubjects),
            > MostSubjects => ShowSubjects(chosen, _texts.TooManySubjects(MostSubjects)),
            _ => ShowClasses(chosen, Hers().Select(c => c.Id).ToHashSet(), null),
        };
    }

    private FilledIn.Screen? TakeClasses(JsonElement data)
    {
        var chosen = (Field(data, "chosen") ?? "").Split(',').Select(Known).OfType<TaughtSubject>()
            .Distinct().Take(MostSubjects).ToList();
        if (chosen.Count == 0)
            return First();

        var ticked = Enumerable.Range(1, MostSubjects).SelectMany(n => Ticked(data, $"classes_{n}")).ToHashSet();
        var taught = chosen.SelectMany(Of).Where(c => ticked.Contains(c.Id.ToString())).Select(c => c.Id).ToHashSet();
        if (chosen.FirstOrDefault(s => !Of(s).Any(c => taught.Contains(c.Id))) is { } without)
            return ShowClasses(chosen, taught, _texts.NoClasses(Title(without)));
        if (taught.Count > MostClasses)
            return ShowClasses(chosen, taught, _texts.TooManyClasses(MostClasses));

        var hidden = teacher.Classes.Select(c => c.SchoolClassId).Where(c => catalogue.Find(c) is null);
        teacher.Teach(hidden.Concat(taught).Take(MostClasses));
        return null;
    }

    private FilledIn.Screen ShowSubjects(IEnumerable<TaughtSubject> chosen, string? fault)
    {
        var ticked = chosen.Select(s => s.ToString()).ToHashSet();
        var groups = catalogue.SubjectGroups.GetOrAdd(
            teacher.Language, _ => [.. Stages.SelectMany(GroupsOf).Take(Groups)]);
        var data = new JsonObject { ["heading"] = _texts.SubjectsHeading, ["next"] = _texts.Next };
        for (var n = 1; n <= Groups; n++)
        {
            var group = n <= groups.Count ? groups[n - 1] : null;
            var options = group is null ? [] : JsonArray.Create(group.Options)!;
            var chosenHere = group?.Subjects.Select(s => s.ToString()).Where(ticked.Contains) ?? [];
            Show(data, $"group_{n}", group?.Label ?? "–", options, chosenHere);
        }

        return Screen(Subjects, data, fault);
    }

    private FilledIn.Screen ShowClasses(List<TaughtSubject> chosen, HashSet<SchoolClassId> ticked, string? fault)
    {
        var data = new JsonObject
        {
            ["heading"] = _texts.ClassesHeading,
            ["save"] = _texts.Save,
            ["chosen"] = string.Join(',', chosen),
        };
        for (var n = 1; n <= MostSubjects; n++)
        {
            var classes = n <= chosen.Count ? Of(chosen[n - 1]) : [];
            JsonArray options =
                [.. classes.Select(c => Option(c.Id.ToString(), GradeLevel.Parse(c.GradeCode).Name(teacher.Language)))];
            var label = n <= chosen.Count ? Title(chosen[n - 1]) : "–";
            Show(data, $"classes_{n}", label, options, classes.Where(c => ticked.Contains(c.Id)).Select(c => c.Id.ToString()));
        }

        return Screen(Classes, data, fault);
    }

    // a group that is not shown holds one option all the same: an empty list is no list to WhatsApp
    private static void Show(
        JsonObject data, string name, string label, JsonArray options, IEnumerable<string> ticked)
    {
        data[$"{name}_label"] = label.Within(30);
        data[$"{name}_shown"] = options.Count > 0;
        data[$"{name}_ticked"] = Strings(ticked);
        data[name] = options.Count > 0 ? options : new JsonArray(Option("-", "–"));
    }

    private static FilledIn.Screen Screen(string name, JsonObject data, string? fault)
    {
        if (fault is not null)
            data["error_message"] = fault;
        return new FilledIn.Screen(name, data);
    }

    private IEnumerable<SubjectGroup> GroupsOf(string stage)
    {
        var label = stage switch { "p" => _texts.Primary, "os" => _texts.OrdinaryLevel, _ => _texts.AdvancedLevel };
        var pages = catalogue.Taught.Select(t => t.Key).Where(s => s.Stage == stage).Chunk(MostOptions).ToList();
        return pages.Select((page, n) => new SubjectGroup(
            pages.Count == 1 ? label : $"{label} ({n + 1})",
            page,
            JsonSerializer.SerializeToElement(page.Select(s => Option(s.ToString(), Title(s))))));
    }

    private IEnumerable<SchoolClass> Hers() => teacher.Classes.Select(c => catalogue.Find(c.SchoolClassId)).OfType<SchoolClass>();

    private TaughtSubject? Known(string id) =>
        catalogue.Taught.Select(t => t.Key).FirstOrDefault(s => s.ToString() == id);

    private List<SchoolClass> Of(TaughtSubject subject) => [.. catalogue.Taught[subject]];

    private string Title(TaughtSubject subject) => catalogue.FindSubject(subject.Key) is not { } known ? subject.Key
        : teacher.Language == Language.Swahili ? known.Swahili : known.English;
}
