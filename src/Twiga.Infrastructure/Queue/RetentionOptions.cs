using System.ComponentModel.DataAnnotations;

namespace Twiga.Infrastructure.Queue;

/// <summary>The section Retention of the settings.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days after which messages and turns are removed; kept until she deletes them where it is not set.</summary>
    [Range(8, 36500, ErrorMessage = "must be 8 days or more: WhatsApp may send a message again for a week")]
    public int? TalkDays { get; set; }
}
