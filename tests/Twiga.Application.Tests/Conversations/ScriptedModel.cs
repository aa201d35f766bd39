using Microsoft.Extensions.AI;
using Twiga.Application.Common;

namespace Twiga.Application.Tests.Conversations;

/// <summary>A model that says the next thing of its script, the last for ever, and keeps what it was asked.</summary>
internal sealed class ScriptedModel : IChatClient, ILanguageModels
{
    private readonly Queue<Func<IReadOnlyList<ChatMessage>, ChatMessage>> _script = new();

    public List<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Asked { get; } = [];

    public List<string> Uses { get; } = [];

    public ModelLimits Limits { get; set; } = new();

    public IChatClient For(string use)
    {
        Uses.Add(use);
        return this;
    }

    public ScriptedModel Says(string words) => Does(_ => new ChatMessage(ChatRole.Assistant, words));

    public ScriptedModel Calls(params (string Tool, object Arguments)[] calls) => Does(_ => new ChatMessage(
        ChatRole.Assistant,
        [.. calls.Select(c => new FunctionCallContent($"id{Guid.NewGuid():N}", c.Tool, Fields(c.Arguments)))]));

    public ScriptedModel Does(Func<IReadOnlyList<ChatMessage>, ChatMessage> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public ScriptedModel Fails(Exception fault) => Does(_ => throw fault);

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> asked = [.. messages];
        Asked.Add((asked, options?.Clone()));
        var next = _script.Count > 1 ? _script.Dequeue() : _script.Peek();
        var answer = next(asked);
        TokenTally.Add(new UsageDetails { InputTokenCount = 100, OutputTokenCount = 10 });
        return Task.FromResult(new ChatResponse(answer) { ModelId = "scripted" });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static Dictionary<string, object?> Fields(object arguments) =>
        arguments as Dictionary<string, object?>
        ?? arguments.GetType().GetProperties().ToDictionary(p => p.Name.TrimStart('@'), p => p.GetValue(arguments));
}
