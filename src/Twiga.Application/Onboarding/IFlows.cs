using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>The forms that a teacher fills in on her phone.</summary>
public enum FlowForm
{
    Profile,
    Classes,
}

/// <summary>The Flows that are published at WhatsApp, and the tokens that open them for one teacher.</summary>
public interface IFlows
{
    /// <summary>False where no Flow ids are set, or while they rest: then everything is asked in the talk.</summary>
    bool AreSet { get; }

    /// <summary>The id of a Flow, and a new token for her that lapses after three days.</summary>
    FlowInvitation Invite(FlowForm form, TeacherId teacher);

    /// <summary>What a token opens; null where it is not ours or was changed.</summary>
    Task<FlowTicket?> ReadAsync(string token, CancellationToken cancellationToken);

    /// <summary>Which form a Flow id is.</summary>
    FlowForm FormOf(string flowId);

    /// <summary>WhatsApp lets them out no more: for an hour they count as not set in this process.</summary>
    void Rest();

    /// <summary>From the next save on the token opens nothing.</summary>
    void Use(FlowTicket ticket);
}

public sealed record FlowInvitation(string FlowId, string Token);

/// <param name="Nonce">Tells this token from all others, so that it can be used once.</param>
/// <param name="IsOver">It has lapsed or was used.</param>
public sealed record FlowTicket(FlowForm Form, TeacherId Teacher, long Nonce, bool IsOver);
