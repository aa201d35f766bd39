using Microsoft.Extensions.AI;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>Asks a provider that refuses <c>response_format</c> again, with the schema in the prompt.</summary>
internal sealed class SchemaInPrompt(IChatClient inner) : DelegatingChatClient(inner)
{
    private volatile bool _refusesSchemas;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options?.ResponseFormat is not ChatResponseFormatJson { Schema: { } schema })
            return await base.GetResponseAsync(messages, options, cancellationToken);

        var asked = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        if (!_refusesSchemas)
        {
            try
            {
                return await base.GetResponseAsync(asked, options, cancellationToken);
            }
            catch (ModelRequestRefusedException fault) when (fault.Status is 400 or 415 or 422 or 501)
            {
            }
        }

        var plain = options.Clone();
        plain.ResponseFormat = null;
        var answer = await base.GetResponseAsync(
            [.. asked, new ChatMessage(ChatRole.User, Instruction(schema.GetRawText()))], plain, cancellationToken);
        // Only now is it known that the schema was what it refused.
        _refusesSchemas = true;
        return answer;
    }

    private static string Instruction(string schema) =>
        $"Answer with one JSON object that follows this JSON schema, and nothing else: no fence, no comment.\n{schema}";
}
