using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>A short text that the program itself says, and how long it is not repeated.</summary>
public sealed record Notice(string Name, TimeSpan NotAgainFor, Func<NoticeTexts, string> In)
{
    /// <summary>What came holds no words and no reader is configured for it.</summary>
    public static Notice CannotRead { get; } = new("CannotRead", TimeSpan.FromMinutes(10), t => t.CannotRead);

    /// <summary>Answering failed for good.</summary>
    public static Notice Apology { get; } = new("Apology", TimeSpan.Zero, t => t.Apology);

    private static Notice InReview { get; } = new("InReview", TimeSpan.FromDays(1), t => t.InReview);

    private static Notice Blocked { get; } = new("Blocked", TimeSpan.FromDays(36500), t => t.Blocked);

    /// <summary>Once a day, since the day began.</summary>
    public static Notice OverQuota(QuotaLimit limit, TimeSpan sinceMidnight) => new(
        nameof(OverQuota),
        sinceMidnight,
        t => limit == QuotaLimit.AllMessages ? t.OverQuotaOfAll : t.OverQuota);

    public string Text(Language language) => In(new NoticeTexts(language));

    /// <summary>Why she is not talked with.</summary>
    public static Notice For(TeacherState state) => state == TeacherState.InReview ? InReview : Blocked;
}
