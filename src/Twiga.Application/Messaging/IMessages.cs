using Twiga.Application.Common;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>The messages from and to teachers. Whatever is added to go out has a send job in the same save.</summary>
public interface IMessages
{
    /// <summary>A teacher's messages that wait for an answer, oldest first.</summary>
    Task<IReadOnlyList<InboundMessage>> PendingAsync(TeacherId teacher, CancellationToken cancellationToken);

    /// <summary>A message of a person; null where it was deleted.</summary>
    Task<InboundMessage?> FindAsync(InboundMessageId message, CancellationToken cancellationToken);

    /// <summary>A teacher's message by WhatsApp's id of it; null where she never sent it.</summary>
    Task<InboundMessage?> FindAsync(TeacherId teacher, string wamid, CancellationToken cancellationToken);

    /// <summary>Adds a turn with the messages that answer it, in order, and the work it started.</summary>
    void Answer(Turn turn, IEnumerable<OutgoingContent> contents, IEnumerable<IQueued> followUps);

    /// <summary>Adds what the program itself says to her, under a name that the model's talk leaves out.</summary>
    /// <param name="teacher">Who gets it.</param>
    /// <param name="name">The name of what is said.</param>
    /// <param name="contents">The messages, in order.</param>
    /// <param name="notAfter">What has not left by then is dropped.</param>
    void Tell(TeacherId teacher, string name, IEnumerable<OutgoingContent> contents, DateTimeOffset? notAfter = null);

    /// <summary>Whether she was told something under this name a short while ago.</summary>
    Task<bool> WasToldAsync(TeacherId teacher, string name, TimeSpan within, CancellationToken cancellationToken);

    /// <summary>What she asked before she was active waits for an answer from now on.</summary>
    Task ReleaseHeldAsync(TeacherId teacher, CancellationToken cancellationToken);

    /// <summary>Adds a notice in her language, unless she got the same one a short while ago.</summary>
    Task NoticeAsync(Teacher teacher, Notice notice, CancellationToken cancellationToken);
}
