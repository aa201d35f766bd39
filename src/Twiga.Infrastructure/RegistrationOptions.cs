namespace Twiga.Infrastructure;

/// <summary>The section Registration of the settings (contract.md).</summary>
internal sealed class RegistrationOptions
{
    public const string Section = "Registration";

    /// <summary>New teachers wait for an operator.</summary>
    public bool ApprovalRequired { get; set; }
}
