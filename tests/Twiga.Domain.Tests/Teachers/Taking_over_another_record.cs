using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Tests.Teachers;

internal sealed class Taking_over_another_record
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void Makes_a_newcomer_what_the_other_already_was()
    {
        var kept = Teacher.Newcomer(Language.Swahili, approvalRequired: false, Now);
        var other = Teacher.Active("Neema", Language.English, [SchoolClassId.From(1)], Now.AddDays(-9));
        other.ChooseLanguage(Language.English);
        other.Wrote(Now.AddDays(-1));

        kept.TakeOver(other);

        Assert.That(
            (kept.Name, kept.State, kept.Language, kept.CreatedAt, kept.LastMessageAt),
            Is.EqualTo(("Neema", TeacherState.Active, Language.English, Now.AddDays(-9), (DateTimeOffset?)Now.AddDays(-1))));
        Assert.That(kept.Classes.Select(c => c.SchoolClassId), Is.EqualTo([SchoolClassId.From(1)]));
    }

    [Test]
    public void Takes_nothing_back_that_she_has()
    {
        var kept = Teacher.Active("Neema", Language.Swahili, [], Now);
        kept.Wrote(Now);

        kept.TakeOver(Teacher.Newcomer(Language.English, approvalRequired: true, Now.AddDays(1)));

        Assert.That(
            (kept.Name, kept.State, kept.Language, kept.CreatedAt, kept.LastMessageAt),
            Is.EqualTo(("Neema", TeacherState.Active, Language.Swahili, Now, (DateTimeOffset?)Now)));
    }

    [Test]
    public void Breaks_no_rule_when_both_have_many_classes()
    {
        var kept = Teacher.Active("Neema", Language.Swahili, Classes(1, 20), Now);

        kept.TakeOver(Teacher.Active("Neema", Language.Swahili, Classes(15, 30), Now));

        Assert.That(kept.Classes, Has.Count.EqualTo(30));
    }

    private static IEnumerable<SchoolClassId> Classes(int from, int count) =>
        Enumerable.Range(from, count).Select(n => SchoolClassId.From(n));
}
