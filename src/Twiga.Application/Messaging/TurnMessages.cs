using Twiga.Application.Onboarding;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Which of the messages that wait for an answer the turn with the model is about.</summary>
internal static class TurnMessages
{
    private static readonly TimeSpan BelongsTogether = TimeSpan.FromSeconds(30);

    /// <summary>What can be answered now: what she wrote long after a medium is not held up by its slow reader.</summary>
    public static IReadOnlyList<InboundMessage> WithoutWaiting(IReadOnlyList<InboundMessage> messages)
    {
        var opening = messages.Where(m => m.Medium == MediumState.Opening).ToList();
        return [.. messages.Where(m => m.Medium != MediumState.Opening && !IsHeldUp(m, opening))];
    }

    /// <summary>The turn as it is while the model works: what is left of it, and what came since for the model.</summary>
    public static IReadOnlyList<InboundMessage> Since(
        Teacher teacher, IReadOnlyList<InboundMessage> turn, IReadOnlyList<InboundMessage> pending)
    {
        // without those that were dealt with in this turn and are not saved yet
        var waiting = pending.Where(m => m.State == InboundState.Pending).ToList();
        var unread = waiting.Where(m => m.WaitsForReader).ToList();
        return [.. waiting.Where(m => turn.Contains(m) || (IsForTheModel(teacher, m) && !IsHeldUp(m, unread)))];
    }

    /// <summary>The wamids of the messages she replies to with words of hers.</summary>
    public static IReadOnlyList<string> RepliesTo(IEnumerable<InboundMessage> turn) =>
        [.. turn.Where(m => !m.Amends && m.Words is not null).Select(m => m.About).OfType<string>().Distinct()];

    private static bool IsHeldUp(InboundMessage message, List<InboundMessage> media) =>
        media.Count > 0 && message.ReceivedAt - media.Min(m => m.ReceivedAt) <= BelongsTogether;

    /// <summary>What the program does or says itself waits for its own turn.</summary>
    private static bool IsForTheModel(Teacher teacher, InboundMessage message) =>
        message is { Amends: false, WaitsForReader: false }
        && (message.Words ?? message.Transcript) is not null
        && RecordWords.Of(message) is null
        && !FollowWords.Concerns(teacher, HeardMessages.Of([message]));
}
