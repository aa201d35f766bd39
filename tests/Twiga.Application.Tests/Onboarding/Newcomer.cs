using System.Reflection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Twiga.Application.Onboarding;
using Twiga.Application.Teachers;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Onboarding;

/// <summary>A teacher who writes to onboarding and settings, with a small catalogue behind them.</summary>
internal sealed class Newcomer
{
    private static readonly (string Key, string English, string Swahili, string[] Grades)[] Subjects =
    [
        ("geography", "Geography", "Jiografia", ["os1", "os2", "os3", "os4"]),
        ("biology", "Biology", "Biolojia", ["os1", "os2", "os3", "os4", "as1", "as2"]),
        ("kiswahili", "Kiswahili", "Kiswahili", ["p3", "p4", "os1", "os2"]),
        ("hisabati", "Mathematics", "Hisabati", ["p3", "p4", "p5"]),
        .. Enumerable.Range(1, 9).Select(n => ($"trade_{n}", $"Trade number {n}", $"Ufundi namba {n}", new[] { "os1" })),
    ];

    private readonly ITeachers _teachers = Substitute.For<ITeachers>();
    private readonly ICatalogue _catalogue = Substitute.For<ICatalogue>();
    private long _messages;

    public Newcomer(Teacher? teacher = null)
    {
        Teacher = teacher ?? Teacher.Newcomer(Language.Swahili, false, Clock.GetUtcNow());
        _teachers.GetAsync(default, default).ReturnsForAnyArgs(Teacher);
        _catalogue.GetAsync(default).ReturnsForAnyArgs(Catalogue);
    }

    public static Catalogue Catalogue { get; } = MakeCatalogue();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public IFlows Flows { get; } = Substitute.For<IFlows>();

    public Teacher Teacher { get; }

    public Attended Last { get; private set; } = null!;

    public string Reply => Last.Messages.Single() switch
    {
        TextContent text => text.Body,
        ButtonsContent buttons => buttons.Body,
        ListContent list => list.Body,
        FlowContent flow => flow.Body,
        var other => other.ToString(),
    };

    public IReadOnlyList<string> Ids => Last.Messages.Single() switch
    {
        ButtonsContent buttons => [.. buttons.Buttons.Select(b => b.Id)],
        ListContent list => [.. list.Sections.SelectMany(s => s.Rows).Select(r => r.Id)],
        _ => [],
    };

    public IEnumerable<string> Classes =>
        Teacher.Classes.Select(c => Catalogue.Find(c.SchoolClassId)!).Select(c => $"{c.SubjectKey} {c.GradeCode}");

    public Task WritesAsync(params string[] words) => HearAsync([.. words.Select(w => (w, (string?)null))]);

    public Task TapsAsync(string id) => HearAsync(("a title", id));

    public Task GetsReceiptAsync() => HearAsync([new Heard(new(++_messages), null, null, Clock.GetUtcNow()) { IsReceipt = true }]);

    public Task HearAsync(params (string? Words, string? Route)[] messages)
    {
        Clock.Advance(TimeSpan.FromSeconds(30));
        return HearAsync([.. messages.Select(m => new Heard(new(++_messages), m.Words, m.Route, Clock.GetUtcNow()))]);
    }

    private async Task HearAsync(List<Heard> heard)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        Last = Teacher.State == TeacherState.Onboarding
            ? await new OnboardHandler(_teachers, _catalogue, Flows, Clock).Handle(new(Teacher.Id, heard), default)
            : await new FollowWordsHandler(_teachers, _catalogue, Flows, Clock).Handle(new(Teacher.Id, heard), default);
    }

    public static SchoolClassId Class(string subject, string grade) =>
        Catalogue.Classes.Single(c => c.SubjectKey == subject && c.GradeCode == grade).Id;

    private static Catalogue MakeCatalogue()
    {
        var classes = Subjects.SelectMany(s => s.Grades.Select(g => new SchoolClass
        {
            SubjectKey = s.Key,
            GradeCode = g,
            English = $"{s.English} {GradeLevel.Parse(g).Name(Language.English)}",
            Swahili = $"{s.Swahili} {GradeLevel.Parse(g).Name(Language.Swahili)}",
            Medium = Language.English,
        })).ToList();
        var id = typeof(SchoolClass).GetProperty("Id", BindingFlags.Public | BindingFlags.Instance)!;
        for (var n = 0; n < classes.Count; n++)
            id.SetValue(classes[n], new SchoolClassId(n + 1));

        return new Catalogue(
            [.. Subjects.Select(s => new Subject { Key = s.Key, English = s.English, Swahili = s.Swahili })],
            classes,
            new CatalogueWords(
                Subjects.SelectMany(s => new[] { s.English, s.Swahili, s.Key[..3] }.Select(w => (w, s.Key)))
                    .GroupBy(w => w.w.ToLowerInvariant())
                    .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(w => w.Key).Distinct()]),
                new Dictionary<string, IReadOnlyList<string>>
                {
                    ["form"] = ["os", "as"], ["f"] = ["os", "as"], ["kidato cha"] = ["os", "as"], ["std"] = ["p"],
                    ["darasa la"] = ["p"],
                },
                new Dictionary<string, int> { ["1"] = 1, ["2"] = 2, ["pili"] = 2, ["3"] = 3, ["4"] = 4, ["5"] = 5 }));
    }
}
