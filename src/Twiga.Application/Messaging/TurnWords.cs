using Twiga.Application.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>What a turn asks: the words of its messages, one below the other, and the language they are in.</summary>
internal sealed record TurnWords(string Question, Language? Language)
{
    public static TurnWords Of(IEnumerable<InboundMessage> messages)
    {
        var words = messages.Where(m => m.Kind != InboundKind.FlowReply).Select(m => m.Text?.Trim()).Where(t => !string.IsNullOrEmpty(t));
        var question = string.Join("\n", words);
        return new TurnWords(question, LanguageOf.Message(question));
    }
}
