using Twiga.Domain.Curriculum;

namespace Twiga.Domain.Teachers;

/// <remarks>How she comes from one state to another (behaviour: states).</remarks>
public sealed partial class Teacher
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromHours(2);

    /// <summary>All is known that it takes to talk: her name and a class.</summary>
    public bool IsKnown => Name is not null && _classes.Count > 0;

    /// <summary>An operator says who she is and what she teaches: active at once, unless she is blocked.</summary>
    public void BecomeActive(string name, Language language, IEnumerable<SchoolClassId> classes)
    {
        if (State == TeacherState.Blocked)
            throw new DomainException("A blocked teacher is unblocked first.");

        Rename(name);
        Speaks(language);
        Teach(classes);
        State = TeacherState.Active;
    }

    /// <summary>An operator lets her in: she is asked for her profile.</summary>
    public void Approve()
    {
        if (State != TeacherState.InReview)
            throw new DomainException("Only a teacher in review can be approved.");

        State = TeacherState.Onboarding;
    }

    /// <summary>From onboarding to active, once all is known that it takes; true where that happened now.</summary>
    public bool FinishOnboarding()
    {
        if (State != TeacherState.Onboarding || !IsKnown)
            return false;

        State = TeacherState.Active;
        return true;
    }

    /// <summary>From active to inactive after so long without a message; true where that happened now.</summary>
    public bool GoQuiet(TimeSpan after, DateTimeOffset now)
    {
        if (State != TeacherState.Active || now - (LastMessageAt ?? CreatedAt) < after)
            return false;

        State = TeacherState.Inactive;
        return true;
    }

    public void Block()
    {
        if (State == TeacherState.Blocked)
            return;

        (StateBeforeBlock, State) = (State, TeacherState.Blocked);
    }

    /// <summary>Back to the state before she was blocked.</summary>
    public void Unblock()
    {
        if (State != TeacherState.Blocked)
            throw new DomainException("Only a blocked teacher can be unblocked.");

        (State, StateBeforeBlock) = (StateBeforeBlock ?? TeacherState.Onboarding, null);
    }

    /// <summary>Her next words will be taken as the answer to this.</summary>
    public void Ask(Awaited question, DateTimeOffset now, IEnumerable<string>? aboutSubjects = null)
    {
        var about = string.Join(',', aboutSubjects ?? []);
        (Asked, AskedAt, AskedAbout) = (question, now, about.Length == 0 ? null : about);
    }

    public void StopAsking() => (Asked, AskedAt, AskedAbout) = (Awaited.Nothing, null, null);

    /// <summary>What words written now answer; a question of long ago waits no more, but for onboarding's.</summary>
    public Awaited Answers(DateTimeOffset writtenAt) =>
        State == TeacherState.Onboarding || writtenAt - AskedAt < AnswersWithin ? Asked : Awaited.Nothing;
}
