using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>A short text that the program itself says, and how long it is not repeated.</summary>
public sealed record Notice(string Name, TimeSpan NotAgainFor, Func<NoticeTexts, string> In)
{
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(10);

    /// <summary>What came holds no words: a sticker, a place, a contact, an order, a kind of the future.</summary>
    public static Notice CannotRead { get; } = new("CannotRead", AWhile, t => t.CannotRead);

    /// <summary>No reader is configured for what came.</summary>
    public static Notice CannotSeePictures { get; } = new("CannotSeePictures", AWhile, t => t.CannotSeePictures);

    public static Notice CannotHear { get; } = new("CannotHear", AWhile, t => t.CannotHear);

    public static Notice CannotReadDocument { get; } = new("CannotReadDocument", AWhile, t => t.CannotReadDocument);

    public static Notice CannotWatch { get; } = new("CannotWatch", AWhile, t => t.CannotWatch);

    /// <summary>What came could not be opened.</summary>
    public static Notice MediumGone { get; } = new("MediumGone", AWhile, t => t.MediumGone);

    public static Notice MediumTooBig { get; } = new("MediumTooBig", AWhile, t => t.MediumTooBig);

    public static Notice MediumUnreadable { get; } = new("MediumUnreadable", AWhile, t => t.MediumUnreadable);

    /// <summary>Answering failed for good.</summary>
    public static Notice Apology { get; } = new("Apology", TimeSpan.Zero, t => t.Apology);

    private static Notice InReview { get; } = new("InReview", TimeSpan.FromDays(1), t => t.InReview);

    private static Notice Blocked { get; } =
        new("Blocked", TimeSpan.MaxValue, t => t.Blocked) { OncePerTalk = true };

    /// <summary>Once a day, since the day began.</summary>
    public static Notice OverQuota(QuotaLimit limit, TimeSpan sinceMidnight) => new(
        nameof(OverQuota),
        sinceMidnight,
        t => limit == QuotaLimit.AllMessages ? t.OverQuotaOfAll : t.OverQuota);

    /// <summary>Not repeated before she was answered again, however long it takes.</summary>
    public bool OncePerTalk { get; private init; }

    public string Text(Language language) => In(new NoticeTexts(language));

    /// <summary>Why she is not talked with.</summary>
    public static Notice For(TeacherState state) => state == TeacherState.InReview ? InReview : Blocked;
}
