using Microsoft.Extensions.AI;

namespace Twiga.Application.Conversations;

/// <summary>Makes calls of the tool calls that a weak model writes as text, and takes its thoughts out of its words.</summary>
internal sealed class SpokenCalls(IChatClient inner, IReadOnlyCollection<string> tools) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages, options, cancellationToken);
        foreach (var message in response.Messages.Where(m => m.Role == ChatRole.Assistant))
        {
            var called = message.Contents.OfType<FunctionCallContent>().Any();
            var read = SpokenCallReader.Read(message.Text, tools);
            message.Contents = [.. message.Contents.Where(c => c is not TextContent)];
            if (read.Words.Length > 0)
                message.Contents.Insert(0, new TextContent(read.Words));

            // Where it may not call any more, what it wrote is no answer either.
            if (called || options?.Tools is not { Count: > 0 })
                continue;

            foreach (var call in read.Calls)
                message.Contents.Add(call);
        }

        return response;
    }
}
