namespace Twiga.Domain.Teachers;

/// <summary>How far a teacher may talk with Twiga. Being over quota is not a state.</summary>
public enum TeacherState
{
    InReview,
    Onboarding,
    Active,
    Inactive,
    Blocked,
}
