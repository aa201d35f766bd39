using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;

namespace Twiga.Domain.Teachers;

/// <summary>A person who teaches: her state, language, classes and the WhatsApp ids she is known by.</summary>
public sealed partial class Teacher
{
    private const int MostClasses = 30;

    private readonly List<Identity> _identities = [];
    private readonly List<TeachesClass> _classes = [];

    public TeacherId Id { get; private set; }

    public string? Name { get; private set; }

    /// <summary>Where she teaches: the key of a region and the name of her school.</summary>
    public string? Region { get; private set; }

    public string? School { get; private set; }

    public DateOnly? Birthday { get; private set; }

    public TeacherState State { get; private set; }

    public TeacherState? StateBeforeBlock { get; private set; }

    public Language Language { get; private set; }

    /// <summary>True once she set her language by a word; until then what she writes decides it.</summary>
    public bool LanguageIsChosen { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastMessageAt { get; private set; }

    /// <summary>What she wrote before this instant is no longer part of the talk the model sees.</summary>
    public DateTimeOffset? TalkBeganAt { get; private set; }

    /// <summary>What Twiga asked her in the talk and waits for, since when, and about which subjects.</summary>
    public Awaited Asked { get; private set; }

    public DateTimeOffset? AskedAt { get; private set; }

    public string? AskedAbout { get; private set; }

    /// <summary>Up to when the messages sent to her are paid for at WhatsApp's pace for one recipient.</summary>
    public DateTimeOffset? SendingPaidUntil { get; private set; }

    public IReadOnlyCollection<Identity> Identities => _identities;

    public IReadOnlyCollection<TeachesClass> Classes => _classes;

    private Teacher()
    {
    }

    /// <summary>A teacher whom an operator adds: active at once.</summary>
    public static Teacher Active(
        string name, Language language, IEnumerable<SchoolClassId> classes, DateTimeOffset now)
    {
        var teacher = new Teacher { State = TeacherState.Active, Language = language, CreatedAt = now };
        teacher.Rename(name);
        teacher.Teach(classes);
        return teacher;
    }

    /// <summary>Somebody unknown who wrote to Twiga.</summary>
    public static Teacher Newcomer(Language language, bool approvalRequired, DateTimeOffset now) => new()
    {
        State = approvalRequired ? TeacherState.InReview : TeacherState.Onboarding,
        Language = language,
        CreatedAt = now,
    };

    /// <summary>
    /// Nobody: the address of a teacher who was deleted, for as long as it takes to tell her so. Not talked with, not
    /// reminded, found by no message.
    /// </summary>
    public static Teacher Deleted(string? phone, string? userId, DateTimeOffset now)
    {
        var nobody = new Teacher { State = TeacherState.Blocked, CreatedAt = now };
        if (phone is not null)
            nobody.Link(IdentityKind.FormerPhone, phone, now);
        if (userId is not null)
            nobody.Link(IdentityKind.FormerUserId, userId, now);
        return nobody;
    }

    /// <summary>Makes exactly these her classes; at most 30 (behaviour: classes Flow).</summary>
    public void Teach(IEnumerable<SchoolClassId> classes)
    {
        var chosen = classes.Distinct().ToList();
        if (chosen.Count > MostClasses)
            throw new DomainException($"A teacher has at most {MostClasses} classes.");

        _classes.RemoveAll(c => !chosen.Contains(c.SchoolClassId));
        _classes.AddRange(chosen.Where(c => _classes.All(t => t.SchoolClassId != c)).Select(c => new TeachesClass(c)));
    }

    public void Link(IdentityKind kind, string value, DateTimeOffset now)
    {
        if (_identities.Any(i => i.Kind == kind && i.Value == value))
            return;

        _identities.Add(new Identity { Kind = kind, Value = value, SeenAt = now });
    }

    public void Unlink(IdentityKind kind, string value) =>
        _identities.RemoveAll(i => i.Kind == kind && i.Value == value);

    /// <summary>Becomes what both were: another record of her that turned out to be the same person goes into this one.</summary>
    public void TakeOver(Teacher other)
    {
        Name ??= other.Name;
        Region ??= other.Region;
        School ??= other.School;
        Birthday ??= other.Birthday;
        TakeOverReminders(other);
        if (!LanguageIsChosen && other.LanguageIsChosen)
            ChooseLanguage(other.Language);
        Teach(Classes.Concat(other.Classes).Select(c => c.SchoolClassId).Distinct().Take(MostClasses));

        var further = Furthest(StateBeforeBlock ?? State, other.StateBeforeBlock ?? other.State);
        var isBlocked = State == TeacherState.Blocked || other.State == TeacherState.Blocked;
        (State, StateBeforeBlock) = isBlocked ? (TeacherState.Blocked, further) : (further, (TeacherState?)null);

        CreatedAt = CreatedAt < other.CreatedAt ? CreatedAt : other.CreatedAt;
        LastMessageAt = Later(LastMessageAt, other.LastMessageAt);
        TalkBeganAt = Later(TalkBeganAt, other.TalkBeganAt);
        SendingPaidUntil = Later(SendingPaidUntil, other.SendingPaidUntil);
    }

    public void Wrote(DateTimeOffset at)
    {
        if (LastMessageAt is null || at > LastMessageAt)
            (LastMessageAt, RemindersInARow) = (at, 0);
        if (State is TeacherState.Inactive)
            State = TeacherState.Active;
        if (State is TeacherState.Blocked && StateBeforeBlock is TeacherState.Inactive)
            StateBeforeBlock = TeacherState.Active;
    }

    public void Speaks(Language language)
    {
        if (!LanguageIsChosen)
            Language = language;
    }

    public void ChooseLanguage(Language language)
    {
        Language = language;
        LanguageIsChosen = true;
    }

    public void PayForMessage(Pace pace, DateTimeOffset now) => SendingPaidUntil = pace.Pay(SendingPaidUntil, now);

    public void StartAfresh(DateTimeOffset now) => TalkBeganAt = now;

    private static TeacherState Furthest(TeacherState one, TeacherState other) =>
        new[] { TeacherState.Active, TeacherState.Inactive, TeacherState.Onboarding }
            .Where(s => s == one || s == other).DefaultIfEmpty(TeacherState.InReview).First();

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        other is null || one > other ? one : other;
}
