namespace Twiga.Domain.Teachers;

/// <remarks>Reminders of a teacher who has not written for long (behaviour: by the clock).</remarks>
public sealed partial class Teacher
{
    /// <summary>She wants no reminders.</summary>
    public bool RemindersAreOff { get; private set; }

    /// <summary>How many she got since she last wrote, and when the last one was.</summary>
    public int RemindersInARow { get; private set; }

    public DateTimeOffset? RemindedAt { get; private set; }

    public void Remind(bool wanted) => RemindersAreOff = !wanted;

    /// <summary>Counts a reminder where one is due now; true where it is.</summary>
    public bool BeReminded(QuietRules rules, DateTimeOffset now)
    {
        var isThere = State is TeacherState.Active or TeacherState.Inactive or TeacherState.Onboarding;
        var quietSince = Later(LastMessageAt ?? CreatedAt, RemindedAt);
        if (!isThere || RemindersAreOff || RemindersInARow >= rules.RemindAtMost
            || now - quietSince < rules.RemindAfter || rules.QuietHours.Contain(now))
            return false;

        RemindersInARow++;
        RemindedAt = now;
        return true;
    }

    /// <summary>The last one did not leave, by no fault of hers: it is due as it was before.</summary>
    public void ReminderWasRefused() => (RemindersInARow, RemindedAt) = (Math.Max(0, RemindersInARow - 1), null);

    private void TakeOverReminders(Teacher other)
    {
        RemindersAreOff |= other.RemindersAreOff;
        RemindedAt = Later(RemindedAt, other.RemindedAt);
        RemindersInARow = Later(LastMessageAt, other.LastMessageAt) > RemindedAt
            ? 0
            : Math.Max(RemindersInARow, other.RemindersInARow);
    }
}
