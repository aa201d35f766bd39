using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>Short texts that the program sends by itself, by the names of the notices.</summary>
public sealed class NoticeTexts(Language language) : FixedTexts(language)
{
    public string CannotRead => Text();

    public string CannotSeePictures => Text();

    public string CannotHear => Text();

    public string CannotReadDocument => Text();

    public string CannotWatch => Text();

    public string MediumGone => Text();

    public string MediumTooBig => Text();

    public string MediumUnreadable => Text();

    public string Apology => Text();

    public string InReview => Text();

    public string Blocked => Text();

    public string OverQuota => Text();

    public string OverQuotaOfAll => Text();
}
