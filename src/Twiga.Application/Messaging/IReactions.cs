using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>What teachers reacted to answers and was not recorded yet, and the feedback it becomes.</summary>
public interface IReactions
{
    /// <summary>The first of them in the order in which they were sent.</summary>
    Task<IReadOnlyList<InboundMessage>> NextAsync(int atMost, CancellationToken cancellationToken);

    /// <summary>The answer a reaction is about, and what stands on it already; null where it is about no answer.</summary>
    Task<ReactedAnswer?> AnswerAsync(InboundMessage reaction, CancellationToken cancellationToken);

    void Add(Feedback feedback);

    void Remove(Feedback feedback);
}

public sealed record ReactedAnswer(OutgoingMessage Message, Turn Turn, Feedback? Feedback);
