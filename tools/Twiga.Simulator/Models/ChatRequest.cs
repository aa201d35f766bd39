using System.Text.Json;
using System.Text.RegularExpressions;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Models;

internal sealed record ChatMessage(string Role, string Text, IReadOnlyList<ToolCall> ToolCalls, string? AnswersCall);

internal sealed record ToolCall(string Id, string Name, string Arguments)
{
    public static ToolCall New(string name, string arguments) =>
        new("call_" + Guid.NewGuid().ToString("N")[..24], name, arguments);
}

internal sealed record OfferedTool(string Name, JsonElement Parameters);

/// <summary>What a chat completion asks for.</summary>
internal sealed partial record ChatRequest
{
    public required JsonElement Root { get; init; }
    public required IReadOnlyList<ChatMessage> Messages { get; init; }
    public required IReadOnlyList<OfferedTool> Tools { get; init; }
    public required string Model { get; init; }
    public string? SchemaName { get; init; }
    public JsonElement? Schema { get; init; }
    public bool Stream { get; init; }
    public bool IncludeUsage { get; init; }

    /// <summary>What the teacher wrote since the last answer, message by message.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>What the tools gave back since then, with the call that asked for it.</summary>
    public IReadOnlyList<(ToolCall? Call, string Result)> Results { get; init; } = [];

    public string LastAsked => Asked.Count == 0 ? "" : string.Join('\n', Asked);

    public static ChatRequest? Read(JsonElement root)
    {
        if (Member(root, "messages") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
            return null;
        var messages = list.EnumerateArray().Select(ReadMessage).ToList();
        var format = Member(root, "response_format");
        var schema = format is { } given && Text(given, "type") == "json_schema" ? Member(given, "json_schema") : null;
        var request = new ChatRequest
        {
            Root = root,
            Messages = messages,
            Tools = ReadTools(root),
            Model = Text(root, "model") ?? "stand-in",
            SchemaName = schema is { } named ? Text(named, "name") : null,
            Schema = schema is { } holder ? Member(holder, "schema") : null,
            Stream = Member(root, "stream") is { ValueKind: JsonValueKind.True },
            IncludeUsage = Member(root, "stream_options") is { } options
                && Member(options, "include_usage") is { ValueKind: JsonValueKind.True },
        };
        return request.WithTurn();
    }

    /// <summary>Her own words alone.</summary>
    public ChatRequest WithoutNotes() => this with
    {
        Asked = [.. Asked.Select(Bare)],
        Messages = [.. Messages.Select(m => m.Role == "user" ? m with { Text = Bare(m.Text) } : m)],
    };

    private static string Bare(string words) => Notes().Replace(words, "").Trim();

    private ChatRequest WithTurn()
    {
        var asked = new List<string>();
        var results = new List<(ToolCall?, string)>();
        var calls = Messages.SelectMany(message => message.ToolCalls)
            .DistinctBy(call => call.Id)
            .ToDictionary(call => call.Id);
        for (var i = Messages.Count - 1; i >= 0; i--)
        {
            var message = Messages[i];
            if (message.Role == "user")
                asked.Insert(0, message.Text);
            else if (message.Role == "tool" && asked.Count == 0)
                results.Insert(0, (calls.GetValueOrDefault(message.AnswersCall ?? ""), message.Text));
            else if (message.Role == "assistant" && (message.ToolCalls.Count == 0 || asked.Count > 0))
                break;
        }

        return this with { Asked = asked, Results = results };
    }

    private static ChatMessage ReadMessage(JsonElement message)
    {
        var calls = Member(message, "tool_calls") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(ReadCall).ToList()
            : [];
        return new ChatMessage(Text(message, "role") ?? "user", Words(message), calls, Text(message, "tool_call_id"));
    }

    private static ToolCall ReadCall(JsonElement call)
    {
        var function = Member(call, "function") ?? default;
        return new ToolCall(Text(call, "id") ?? "", Text(function, "name") ?? "", Text(function, "arguments") ?? "{}");
    }

    private static string Words(JsonElement message) => Member(message, "content") switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts =>
            string.Join('\n', parts.EnumerateArray().Select(part => Text(part, "text")).OfType<string>()),
        _ => "",
    };

    private static List<OfferedTool> ReadTools(JsonElement root) =>
        Member(root, "tools") is { ValueKind: JsonValueKind.Array } tools && Text(root, "tool_choice") != "none"
            ? [.. tools.EnumerateArray()
                .Select(tool => Member(tool, "function"))
                .OfType<JsonElement>()
                .Select(function => new OfferedTool(
                    Text(function, "name") ?? "", Member(function, "parameters") ?? default))]
            : [];

    /// <summary>What the program adds to her words: what she replies to, and what came with them.</summary>
    [GeneratedRegex(
        @"^\(She replies to [^\n]*\)\n<<<\n.*?\n>>>\n?|^\((?:With it came|She sent something|A picture from her|The document)[^\n]*\)\n?|^(?:<<<|>>>)$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Notes();
}

/// <summary>What the model says, or which tools it calls.</summary>
internal sealed record ChatReply(string? Content, IReadOnlyList<ToolCall> ToolCalls)
{
    public static ChatReply Says(string content) => new(content, []);

    public static ChatReply Calls(params IReadOnlyList<ToolCall> calls) => new(null, calls);
}
