using System.Text.Json;

namespace Twiga.Simulator.Models;

/// <summary>A reply a test has prepared for the model; the first that fits is given.</summary>
public sealed record ScriptedReply
{
    /// <summary>Words the teacher's last messages must hold, in any case.</summary>
    public string? Match { get; init; }

    /// <summary>Words any message of the request must hold, the system prompt and tool results included.</summary>
    public string? MatchAnywhere { get; init; }

    /// <summary>The name of the JSON schema that is asked for.</summary>
    public string? Schema { get; init; }

    /// <summary>Only after tools have answered in this turn, or only before.</summary>
    public bool? AfterTools { get; init; }

    public string? Content { get; init; }
    public IReadOnlyList<ScriptedCall> ToolCalls { get; init; } = [];
    public int DelayMilliseconds { get; init; }

    /// <summary>An HTTP status instead of a reply.</summary>
    public int? Status { get; init; }

    /// <summary>The response body as it is, whatever it holds.</summary>
    public string? Raw { get; init; }

    /// <summary>Given again and again instead of once.</summary>
    public bool Repeat { get; init; }
}

/// <summary>Arguments are an object, or a string for arguments that are not JSON.</summary>
public sealed record ScriptedCall(string Name, JsonElement Arguments);

/// <summary>The replies still to be given, in order.</summary>
internal sealed class Script
{
    private readonly Lock _lock = new();
    private readonly List<ScriptedReply> _replies = [];

    public IReadOnlyList<ScriptedReply> Show()
    {
        lock (_lock)
            return [.. _replies];
    }

    public void Add(IEnumerable<ScriptedReply> replies)
    {
        lock (_lock)
            _replies.AddRange(replies);
    }

    public void Clear()
    {
        lock (_lock)
            _replies.Clear();
    }

    public ScriptedReply? Take(ChatRequest request)
    {
        if (_replies.Count == 0)
            return null;
        lock (_lock)
        {
            var index = _replies.FindIndex(reply => Fits(reply, request));
            if (index < 0)
                return null;
            var reply = _replies[index];
            if (!reply.Repeat)
                _replies.RemoveAt(index);
            return reply;
        }
    }

    public static ChatReply Reply(ScriptedReply reply) => new(
        reply.Content,
        [.. reply.ToolCalls.Select(call => ToolCall.New(call.Name, Arguments(call.Arguments)))]);

    private static string Arguments(JsonElement given) =>
        given.ValueKind == JsonValueKind.String ? given.GetString()! : given.GetRawText();

    private static bool Fits(ScriptedReply reply, ChatRequest request) =>
        (reply.Match is null || Holds(request.LastAsked, reply.Match)) &&
        (reply.MatchAnywhere is null || request.Messages.Any(message => Holds(message.Text, reply.MatchAnywhere))) &&
        (reply.Schema is null || reply.Schema == request.SchemaName) &&
        (reply.AfterTools is null || reply.AfterTools == request.Results.Count > 0);

    private static bool Holds(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
