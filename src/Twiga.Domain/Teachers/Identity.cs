namespace Twiga.Domain.Teachers;

/// <summary>What kind of WhatsApp id a value is (Meta: wa_id, user_id, parent_user_id).</summary>
public enum IdentityKind
{
    Phone,
    UserId,
    ParentUserId,

    /// <summary>Where somebody who was deleted is told so. Whoever writes from there is a newcomer.</summary>
    FormerPhone,
    FormerUserId,
}

/// <summary>One WhatsApp id of a teacher: a phone number as digits without a plus, or a business-scoped id as given.</summary>
public sealed class Identity
{
    public long Id { get; private set; }

    public TeacherId TeacherId { get; private set; }

    public required IdentityKind Kind { get; init; }

    public required string Value { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    internal void BelongsTo(TeacherId teacher) => TeacherId = teacher;
}
