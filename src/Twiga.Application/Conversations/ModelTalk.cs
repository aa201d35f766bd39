using Microsoft.Extensions.AI;

namespace Twiga.Application.Conversations;

/// <summary>One turn's talk with the model: its rounds of tools, and what is asked of it again.</summary>
internal sealed class ModelTalk
{
    private const string SayItInWords =
        "(From the program, not from the teacher.) Your answer was empty. Answer her now, in words, from what you have.";

    private readonly IChatClient _model;
    private readonly List<ChatMessage> _messages;

    private readonly int _given;

    private ModelTalk(IChatClient model, List<ChatMessage> messages) =>
        (_model, _messages, _given) = (model, messages, messages.Count);

    /// <summary>The last words of the model; empty where it found none.</summary>
    public string Answer { get; private set; } = "";

    public string Model { get; private set; } = "";

    /// <summary>All it was given to read: rules, the talk before, the question, and what its tools answered.</summary>
    public IEnumerable<string> Read => _messages.Take(_given).Select(m => m.Text).Concat(
        _messages.SelectMany(m => m.Contents).OfType<FunctionResultContent>().Select(r => $"{r.Result}"));

    public static async Task<ModelTalk> StartAsync(
        IChatClient model,
        List<ChatMessage> messages,
        IReadOnlyList<AIFunction> tools,
        int rounds,
        CancellationToken cancellationToken)
    {
        var talk = new ModelTalk(new SpokenCalls(model, [.. tools.Select(t => t.Name)]), messages);
        var loop = new FunctionInvokingChatClient(talk._model)
        {
            AllowConcurrentInvocation = true,
            MaximumIterationsPerRequest = rounds,
        };
        talk.Take(await loop.GetResponseAsync(messages, new ChatOptions { Tools = [.. tools] }, cancellationToken));
        if (talk.Answer.Length == 0)
            await talk.AskAgainAsync(SayItInWords, cancellationToken);
        return talk;
    }

    /// <summary>Asks for the answer once more, without tools; the old one stays where nothing comes.</summary>
    public async Task AskAgainAsync(string request, CancellationToken cancellationToken)
    {
        var before = Answer;
        _messages.Add(new ChatMessage(ChatRole.User, request));
        Take(await _model.GetResponseAsync(_messages, options: null, cancellationToken));
        if (Answer.Length == 0)
            Answer = before;
    }

    private void Take(ChatResponse response)
    {
        Model = response.ModelId ?? Model;
        Answer = response.Messages.LastOrDefault() is { } last && last.Role == ChatRole.Assistant
            ? CitedAnswer.WithoutOwnSources(last.Text).Trim()
            : "";
        _messages.AddRange(Paired(response.Messages));
    }

    /// <summary>A call that was never carried out would make the next request invalid.</summary>
    private static IEnumerable<ChatMessage> Paired(IList<ChatMessage> messages)
    {
        var done = messages.SelectMany(m => m.Contents.OfType<FunctionResultContent>()).Select(r => r.CallId).ToHashSet();
        foreach (var message in messages)
        {
            var contents = message.Contents.Where(c => c is not FunctionCallContent call || done.Contains(call.CallId));
            var kept = new ChatMessage(message.Role, [.. contents]);
            if (kept.Contents.Count > 0)
                yield return kept;
        }
    }
}
