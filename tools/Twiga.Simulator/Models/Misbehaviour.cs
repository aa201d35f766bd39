namespace Twiga.Simulator.Models;

/// <summary>The ways in which a real model goes wrong, on demand.</summary>
internal static class Misbehaviour
{
    private const int LongAnswer = 12_000;

    public static ChatReply Apply(string kind, ChatRequest request)
    {
        var calls = StandIn.Calls(request);
        var call = calls.Count > 0 ? calls[0] : Fallback(request);
        var fresh = request.Results.Count == 0 && call is not null;
        return kind switch
        {
            "empty" => ChatReply.Says(""),
            "long" => Long(StandIn.Answer(request)),
            "broken-arguments" when call is not null => ChatReply.Calls(call with
            {
                Arguments = call.Arguments[..(call.Arguments.Length / 2)],
            }),
            "unknown-tool" when request.Tools.Count > 0 =>
                ChatReply.Calls(ToolCall.New("consult_oracle", "{\"about\":\"tides\"}")),
            "endless-tools" when call is not null => ChatReply.Calls(call),
            "text-call" when fresh => ChatReply.Says($"<function={call!.Name}>{call.Arguments}</function>"),
            "json-call" when fresh =>
                ChatReply.Says($"{{\"name\": \"{call!.Name}\", \"parameters\": {call.Arguments}}}"),
            _ => StandIn.Answer(request),
        };
    }

    private static ToolCall? Fallback(ChatRequest request) =>
        request.Tools.Count == 0 ? null : Intents.Call(request.Tools[0], request.LastAsked);

    private static ChatReply Long(ChatReply reply)
    {
        if (reply.Content is not { } content)
            return reply;
        var paragraphs = Enumerable.Range(1, LongAnswer)
            .Select(n => $"Paragraph {n}. The stand-in model goes on and on, because it was asked to be long-winded.");
        return ChatReply.Says((content + "\n\n" + string.Join("\n\n", paragraphs))[..LongAnswer]);
    }
}
