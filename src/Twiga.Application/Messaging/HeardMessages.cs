using Twiga.Application.Onboarding;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>Messages as onboarding and settings hear them: buttons and rows by their id, never by their title.</summary>
internal static class HeardMessages
{
    public static IReadOnlyList<Heard> Of(IEnumerable<InboundMessage> messages) => [.. messages.Select(Of)];

    private static Heard Of(InboundMessage message) => message.Kind switch
    {
        // the button of a template says the same in its payload where it stands for words
        InboundKind.Button or InboundKind.ListReply when message.Detail is { } id && id != message.Text =>
            new(message.Id, message.Text, id, message.ReceivedAt),
        // what she filled in is saved already
        InboundKind.FlowReply => new(message.Id, null, null, message.ReceivedAt) { IsReceipt = true },
        _ => new(message.Id, message.Words, null, message.ReceivedAt),
    };
}
