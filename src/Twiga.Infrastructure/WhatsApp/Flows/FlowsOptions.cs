using System.ComponentModel.DataAnnotations;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>The section WhatsApp:Flows of the settings (contract.md).</summary>
internal sealed class FlowsOptions
{
    public const string Section = "WhatsApp:Flows";

    /// <summary>PEM text, or the path to it; plain or encrypted PKCS#8 or PKCS#1.</summary>
    public string? PrivateKey { get; set; }

    public string? PrivateKeyPassword { get; set; }

    [RegularExpression(@"\d*", ErrorMessage = "must be digits")]
    public string? ProfileFlowId { get; set; }

    [RegularExpression(@"\d*", ErrorMessage = "must be digits")]
    public string? ClassesFlowId { get; set; }

    /// <summary>Base64 of 32 bytes; Flow tokens are authenticated with it.</summary>
    public string? TokenKey { get; set; }

    internal byte[] TokenBytes => field ??= Convert.FromBase64String(TokenKey ?? "");

    /// <summary>With Flow ids she fills in forms; without them the same is asked in the talk.</summary>
    public bool AreSet => !string.IsNullOrEmpty(ProfileFlowId) && !string.IsNullOrEmpty(ClassesFlowId);
}
