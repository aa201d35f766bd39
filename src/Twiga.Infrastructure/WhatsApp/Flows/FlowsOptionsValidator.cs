using Microsoft.Extensions.Options;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>The rules across the settings of Flows: a Flow without key or token key could not be answered.</summary>
internal sealed class FlowsOptionsValidator(FlowKeys keys) : IValidateOptions<FlowsOptions>
{
    public ValidateOptionsResult Validate(string? name, FlowsOptions options)
    {
        var faults = Faults(options).Select(f => $"WhatsApp__Flows__{f.Setting}: {f.Fault}").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<(string Setting, string Fault)> Faults(FlowsOptions options)
    {
        if (KeyFault(options) is { } fault)
            yield return (nameof(options.PrivateKey), fault);
        if (!string.IsNullOrEmpty(options.TokenKey) && !IsTokenKey(options.TokenKey))
            yield return (nameof(options.TokenKey), "must be base64 of exactly 32 bytes");
        if (string.IsNullOrEmpty(options.ProfileFlowId) != string.IsNullOrEmpty(options.ClassesFlowId))
            yield return (nameof(options.ProfileFlowId), "must be set together with WhatsApp__Flows__ClassesFlowId");
        if (!options.AreSet)
            yield break;

        if (string.IsNullOrEmpty(options.PrivateKey))
            yield return (nameof(options.PrivateKey), "is required where Flow ids are set");
        if (string.IsNullOrEmpty(options.TokenKey))
            yield return (nameof(options.TokenKey), "is required where Flow ids are set");
    }

    private string? KeyFault(FlowsOptions options)
    {
        try
        {
            keys.Of(options);
            return null;
        }
        catch (InvalidDataException exception)
        {
            return exception.Message;
        }
    }

    private static bool IsTokenKey(string text)
    {
        Span<byte> bytes = stackalloc byte[48];
        return text.Length <= 64 && Convert.TryFromBase64String(text, bytes, out var length) && length == 32;
    }
}
