using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Twiga.Application.Common;

/// <summary>Answers in the shape of a type: asked for with its schema, read from whatever stands around the JSON.</summary>
internal static class StructuredAnswers
{
    private static readonly JsonSerializerOptions Json = new(AIJsonUtilities.DefaultOptions)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = true,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>
    /// The model's answer, added to the messages. What is no such JSON, or was cut off, is asked for once more; then it
    /// is a passing fault.
    /// </summary>
    public static async Task<T> AskAsync<T>(
        this IChatClient model, IList<ChatMessage> messages, int outputTokens, CancellationToken cancellationToken)
        where T : class
    {
        var options = new ChatOptions
        {
            ResponseFormat = ChatResponseFormat.ForJsonSchema(
                AIJsonUtilities.CreateJsonSchema(typeof(T), serializerOptions: Json),
                JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(T).Name.Split('`')[0])),
            MaxOutputTokens = outputTokens,
        };
        for (var attempt = 1; ; attempt++)
        {
            var response = await model.GetResponseAsync(messages, options, cancellationToken);
            if (response.FinishReason != ChatFinishReason.Length && Read<T>(response.Text) is { } answer)
            {
                messages.Add(new ChatMessage(ChatRole.Assistant, response.Text));
                return answer;
            }

            if (attempt == 2)
                throw new UnreadableAnswerException();

            options.MaxOutputTokens *= 2;
        }
    }

    private static T? Read<T>(string text)
        where T : class
    {
        var (from, to) = (text.IndexOf('{'), text.LastIndexOf('}'));
        if (from < 0 || to < from)
            return null;

        try
        {
            return JsonSerializer.Deserialize<T>(text[from..(to + 1)], Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
