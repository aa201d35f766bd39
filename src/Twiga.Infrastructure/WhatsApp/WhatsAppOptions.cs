using System.ComponentModel.DataAnnotations;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>The section WhatsApp of the settings (contract.md).</summary>
public sealed class WhatsAppOptions
{
    public const string Section = "WhatsApp";

    [Required, Url]
    public string GraphUrl { get; set; } = "https://graph.facebook.com";

    [Required, RegularExpression(@"v\d+\.\d+", ErrorMessage = "must look like v25.0")]
    public string ApiVersion { get; set; } = "v25.0";

    [Required, RegularExpression(@"\d+", ErrorMessage = "must be digits")]
    public string PhoneNumberId { get; set; } = "";

    public string? BusinessAccountId { get; set; }

    [Required]
    public string AccessToken { get; set; } = "";

    [Required]
    public string AppSecret { get; set; } = "";

    [Required]
    public string VerifyToken { get; set; } = "";

    /// <summary>The template that greets a teacher whom an operator lets in; it has no places to fill.</summary>
    public string? WelcomeTemplate { get; set; }

    /// <summary>The template that reminds a quiet teacher; it has no places to fill.</summary>
    public string? ReminderTemplate { get; set; }

    /// <summary>The codes under which the templates were approved in each language.</summary>
    [Required, StringLength(16, MinimumLength = 2)]
    public string SwahiliTemplateLanguage { get; set; } = "sw";

    [Required, StringLength(16, MinimumLength = 2)]
    public string EnglishTemplateLanguage { get; set; } = "en";

    /// <summary>Milliseconds that pay for one message to one teacher (Meta: one per 6 s).</summary>
    [Range(0, 60_000)]
    public int PairIntervalMilliseconds { get; set; } = 6000;

    /// <summary>Messages to one teacher that may go at once and are paid back (Meta: 45).</summary>
    [Range(1, 1000)]
    public int PairBurst { get; set; } = 45;

    /// <summary>Messages of the whole number a second (Meta: 80, later 1,000).</summary>
    [Range(1, 1000)]
    public int MessagesPerSecond { get; set; } = 80;
}
