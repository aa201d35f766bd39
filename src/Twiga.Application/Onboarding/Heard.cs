using Twiga.Domain.Messaging;

namespace Twiga.Application.Onboarding;

/// <summary>A message of hers as onboarding and settings hear it: words, or the id of what she tapped.</summary>
public sealed record Heard(InboundMessageId Id, string? Words, string? Route, DateTimeOffset At)
{
    /// <summary>It only says that a form was filled in, which is saved already.</summary>
    public bool IsReceipt { get; init; }
}

/// <summary>What came of what she wrote.</summary>
/// <param name="Messages">What she is told.</param>
/// <param name="Done">The messages that are dealt with.</param>
/// <param name="Held">The messages that wait until she is active.</param>
/// <param name="IsActiveNow">She has just become active: what was held can be answered.</param>
public sealed record Attended(
    IReadOnlyList<OutgoingContent> Messages,
    IReadOnlySet<InboundMessageId> Done,
    IReadOnlySet<InboundMessageId> Held,
    bool IsActiveNow);
