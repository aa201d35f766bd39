using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Tests.Teachers;

internal sealed class Passing_from_state_to_state
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Test]
    public void A_newcomer_is_onboarded_at_once() =>
        Assert.That(Newcomer().State, Is.EqualTo(TeacherState.Onboarding));

    [Test]
    public void A_newcomer_waits_in_review_where_approval_is_required() =>
        Assert.That(Teacher.Newcomer(Language.Swahili, true, Now).State, Is.EqualTo(TeacherState.InReview));

    [Test]
    public void A_message_changes_nothing_in_review()
    {
        var teacher = Teacher.Newcomer(Language.Swahili, true, Now);

        teacher.Wrote(Now);

        Assert.That(teacher.State, Is.EqualTo(TeacherState.InReview));
    }

    [Test]
    public void Approval_leads_from_review_to_onboarding()
    {
        var teacher = Teacher.Newcomer(Language.Swahili, true, Now);

        teacher.Approve();

        Assert.That(teacher.State, Is.EqualTo(TeacherState.Onboarding));
        Assert.That(teacher.Approve, Throws.TypeOf<DomainException>());
    }

    [Test]
    public void Nobody_else_can_be_approved()
    {
        Assert.That(Active().Approve, Throws.TypeOf<DomainException>());
        Assert.That(Blocked().Approve, Throws.TypeOf<DomainException>());
    }

    [Test]
    public void Onboarding_is_finished_with_a_name_and_a_class()
    {
        var teacher = Newcomer();
        Assert.That(teacher.FinishOnboarding(), Is.False);
        teacher.Rename("Neema Mollel");
        Assert.That(teacher.FinishOnboarding(), Is.False);
        teacher.Teach([new SchoolClassId(1)]);

        Assert.That(teacher.FinishOnboarding());
        Assert.That(teacher.State, Is.EqualTo(TeacherState.Active));
        Assert.That(teacher.FinishOnboarding(), Is.False);
    }

    [Test]
    public void A_class_without_a_name_does_not_finish_onboarding()
    {
        var teacher = Newcomer();
        teacher.Teach([new SchoolClassId(1)]);

        Assert.That(teacher.FinishOnboarding(), Is.False);
        Assert.That(teacher.State, Is.EqualTo(TeacherState.Onboarding));
    }

    [Test]
    public void A_day_without_a_message_makes_inactive()
    {
        var teacher = Active();
        teacher.Wrote(Now);

        Assert.That(teacher.GoQuiet(Day, Now.AddHours(23)), Is.False);
        Assert.That(teacher.State, Is.EqualTo(TeacherState.Active));
        Assert.That(teacher.GoQuiet(Day, Now.AddHours(24)));
        Assert.That(teacher.State, Is.EqualTo(TeacherState.Inactive));
    }

    [Test]
    public void Only_an_active_teacher_goes_quiet()
    {
        foreach (var teacher in new[] { Newcomer(), Blocked(), Teacher.Newcomer(Language.English, true, Now) })
        {
            var before = teacher.State;
            Assert.That(teacher.GoQuiet(Day, Now.AddDays(9)), Is.False);
            Assert.That(teacher.State, Is.EqualTo(before));
        }
    }

    [Test]
    public void A_message_makes_active_again()
    {
        var teacher = Active();
        teacher.GoQuiet(Day, Now.AddDays(2));

        teacher.Wrote(Now.AddDays(2));

        Assert.That(teacher.State, Is.EqualTo(TeacherState.Active));
    }

    [Test]
    public void Unblocking_leads_back_to_where_she_was()
    {
        foreach (var teacher in new[] { Newcomer(), Active(), Teacher.Newcomer(Language.English, true, Now) })
        {
            var before = teacher.State;
            teacher.Block();
            teacher.Block();
            Assert.That(teacher.State, Is.EqualTo(TeacherState.Blocked));

            teacher.Unblock();

            Assert.That(teacher.State, Is.EqualTo(before));
            Assert.That(teacher.Unblock, Throws.TypeOf<DomainException>());
        }
    }

    [Test]
    public void Blocked_stays_blocked_whatever_she_does()
    {
        var teacher = Blocked();

        teacher.Wrote(Now);
        teacher.Rename("Neema");
        teacher.Teach([new SchoolClassId(1)]);

        Assert.That(teacher.FinishOnboarding(), Is.False);
        Assert.That(teacher.State, Is.EqualTo(TeacherState.Blocked));
    }

    [Test]
    public void A_question_of_yesterday_is_answered_no_more_but_in_onboarding()
    {
        var (active, newcomer) = (Active(), Newcomer());
        active.Ask(Awaited.Name, Now);
        newcomer.Ask(Awaited.Name, Now);

        Assert.That(active.Answers(Now.AddHours(1)), Is.EqualTo(Awaited.Name));
        Assert.That(active.Answers(Now.AddHours(25)), Is.EqualTo(Awaited.Nothing));
        Assert.That(newcomer.Answers(Now.AddDays(25)), Is.EqualTo(Awaited.Name));
    }

    private static Teacher Newcomer() => Teacher.Newcomer(Language.Swahili, false, Now);

    private static Teacher Active() => Teacher.Active("Neema", Language.English, [new SchoolClassId(1)], Now);

    private static Teacher Blocked()
    {
        var teacher = Active();
        teacher.Block();
        return teacher;
    }
}
