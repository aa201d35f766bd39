using System.ComponentModel.DataAnnotations;

namespace Twiga.Infrastructure.Persistence;

/// <summary>The section Quotas of the settings.</summary>
internal sealed class QuotaOptions : IValidatableObject
{
    public const string Section = "Quotas";
    private const string DarEsSalaam = "Africa/Dar_es_Salaam";

    [Range(1, 1_000_000)]
    public int TeacherMessagesPerDay { get; set; } = 50;

    [Range(1, long.MaxValue)]
    public long TeacherTokensPerDay { get; set; } = 200_000;

    /// <summary>Messages of all teachers together; no limit where it is not set.</summary>
    [Range(1, int.MaxValue)]
    public int? MessagesPerDay { get; set; }

    [Required]
    public string TimeZone { get; set; } = DarEsSalaam;

    internal TimeZoneInfo Zone => Find() ?? throw new TimeZoneNotFoundException();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Find() is null
        ? [new ValidationResult("is no time zone of this machine", [nameof(TimeZone)])]
        : [];

    // small systems come without time zones; Tanzania has had the same hour all year since 1961
    private TimeZoneInfo? Find() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone
        : TimeZone == DarEsSalaam ? TimeZoneInfo.CreateCustomTimeZone(DarEsSalaam, TimeSpan.FromHours(3), null, null)
        : null;
}
