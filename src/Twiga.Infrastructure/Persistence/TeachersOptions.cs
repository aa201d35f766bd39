using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

/// <summary>The section Teachers of the settings (contract.md).</summary>
internal sealed class TeachersOptions : IValidatableObject
{
    public const string Section = "Teachers";

    [Range(1, 100_000)]
    public int InactiveAfterHours { get; set; } = 24;

    [Range(1, 10_000)]
    public int RemindAfterDays { get; set; } = 7;

    /// <summary>Reminders in a row; 0 for none at all.</summary>
    [Range(0, 1000)]
    public int RemindAtMost { get; set; } = 3;

    /// <summary>From and until, as 20:00-08:00, in the time zone of the quotas; none where both are alike.</summary>
    [Required]
    public string QuietHours { get; set; } = "20:00-08:00";

    public QuietRules Rules(TimeZoneInfo zone) => new(
        TimeSpan.FromHours(InactiveAfterHours), TimeSpan.FromDays(RemindAfterDays), RemindAtMost, Hours(zone)!);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Hours(TimeZoneInfo.Utc) is null
        ? [new ValidationResult("must be two times of the day, such as 20:00-08:00", [nameof(QuietHours)])]
        : [];

    private QuietHours? Hours(TimeZoneInfo zone) =>
        QuietHours.Split('-') is [var from, var until] && Time(from) is { } begin && Time(until) is { } end
            ? new QuietHours(begin, end, zone)
            : null;

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(
        text.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
