using System.Text.Json;

namespace Twiga.Simulator.Models;

/// <summary>Writes chat completions as OpenAI does, whole or in pieces.</summary>
internal static class ChatWire
{
    private const int LettersPerToken = 4, PieceLength = 24;

    public static int PromptTokens(ChatRequest request) =>
        1 + ((request.Messages.Sum(Length) + request.Tools.Sum(tool => tool.Name.Length + Length(tool.Parameters)))
            / LettersPerToken);

    public static int CompletionTokens(ChatReply reply) =>
        1 + (((reply.Content?.Length ?? 0) + reply.ToolCalls.Sum(call => call.Name.Length + call.Arguments.Length))
            / LettersPerToken);

    public static Task WriteAsync(HttpContext http, ChatRequest request, ChatReply reply, DateTimeOffset now) =>
        http.Response.WriteAsJsonAsync(new
        {
            id = NewId(),
            @object = "chat.completion",
            created = now.ToUnixTimeSeconds(),
            model = request.Model,
            system_fingerprint = "stand-in",
            choices = new[]
            {
                new
                {
                    index = 0,
                    message = new
                    {
                        role = "assistant",
                        content = reply.Content,
                        tool_calls = reply.ToolCalls.Count == 0 ? null : reply.ToolCalls.Select(Call),
                    },
                    finish_reason = Finish(reply),
                },
            },
            usage = Usage(request, reply),
        }, Json.Options);

    public static async Task StreamAsync(HttpContext http, ChatRequest request, ChatReply reply, DateTimeOffset now)
    {
        http.Response.ContentType = "text/event-stream";
        var id = NewId();
        await PieceAsync(new { role = "assistant", content = "" }, null);
        var content = reply.Content ?? "";
        for (var at = 0; at < content.Length; at += PieceLength)
            await PieceAsync(new { content = content[at..Math.Min(at + PieceLength, content.Length)] }, null);
        for (var i = 0; i < reply.ToolCalls.Count; i++)
        {
            var call = reply.ToolCalls[i];
            var function = new { name = call.Name, arguments = call.Arguments };
            var piece = new { index = i, id = call.Id, type = "function", function };
            await PieceAsync(new { tool_calls = new[] { piece } }, null);
        }

        await PieceAsync(new { }, Finish(reply));
        if (request.IncludeUsage)
            await SendAsync(Chunk(Array.Empty<object>(), Usage(request, reply)));
        await SendAsync("[DONE]");

        string Chunk(object choices, object? usage) => JsonSerializer.Serialize(
            new
            {
                id,
                @object = "chat.completion.chunk",
                created = now.ToUnixTimeSeconds(),
                model = request.Model,
                choices,
                usage,
            },
            Json.Options);

        Task PieceAsync(object delta, string? finish) =>
            SendAsync(Chunk(new[] { new { index = 0, delta, finish_reason = finish } }, null));

        async Task SendAsync(string line)
        {
            await http.Response.WriteAsync($"data: {line}\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }

    private static object Call(ToolCall call) => new
    {
        id = call.Id,
        type = "function",
        function = new { name = call.Name, arguments = call.Arguments },
    };

    private static object Usage(ChatRequest request, ChatReply reply)
    {
        var (prompt, completion) = (PromptTokens(request), CompletionTokens(reply));
        return new { prompt_tokens = prompt, completion_tokens = completion, total_tokens = prompt + completion };
    }

    private static string Finish(ChatReply reply) => reply.ToolCalls.Count > 0 ? "tool_calls" : "stop";

    private static string NewId() => "chatcmpl-" + Guid.NewGuid().ToString("N");

    private static int Length(ChatMessage message) =>
        message.Text.Length + message.ToolCalls.Sum(call => call.Arguments.Length);

    private static int Length(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? 0 : element.GetRawText().Length;
}
