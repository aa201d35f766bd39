namespace Twiga.Infrastructure;

/// <summary>The section Operators of the settings (contract.md).</summary>
public sealed class OperatorsOptions
{
    public const string Section = "Operators";

    /// <summary>The key to metrics and the operators' pages; without it they answer on loopback only.</summary>
    public string? ApiKey { get; set; }
}
