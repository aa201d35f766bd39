namespace Twiga.Application.Onboarding;

/// <summary>Where WhatsApp keeps the forms and the public key of this business.</summary>
public interface IFlowRegistry
{
    Task<PublishedFlow> PublishAsync(FlowForm form, string json, Uri endpoint, CancellationToken cancellationToken);

    /// <summary>Returns the public key as PEM once WhatsApp has it.</summary>
    Task<string> PublishKeyAsync(CancellationToken cancellationToken);
}

/// <summary>WhatsApp did not take a form or a key, or a setting for it lacks; the message says which.</summary>
public sealed class FlowsRefusedException(string reason) : Exception(reason);
