using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Simulator.Phones;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Flows;

/// <summary>What the page sends from an open Flow.</summary>
public sealed record FlowStep
{
    /// <summary>The wamid of the message that carries the Flow.</summary>
    public required string Message { get; init; }

    /// <summary>INIT, BACK, data_exchange or complete.</summary>
    public required string Action { get; init; }

    public string? Screen { get; init; }
    public JsonObject? Data { get; init; }
}

/// <summary>What the page shows next; one of its contents is set.</summary>
public sealed record FlowView
{
    public string? Screen { get; init; }
    public JsonObject? Data { get; init; }

    /// <summary>The Flow is over and its reply is posted.</summary>
    public bool Finished { get; init; }

    /// <summary>The button is dead from now on; why, in the endpoint's words.</summary>
    public string? Ended { get; init; }

    /// <summary>WhatsApp could not go on; she may try again.</summary>
    public string? Problem { get; init; }
}

/// <summary>Walks a teacher through a Flow as her WhatsApp does, and posts its reply when it is finished.</summary>
internal sealed class FlowWalk(FlowShelf shelf, FlowLine line, Talks talks, Handset handset)
{
    private const string Success = "SUCCESS";

    /// <summary>The Flow JSON and how the message wants it opened; null where no such Flow is published here.</summary>
    public object? Open(string message)
    {
        var parameters = Parameters(message);
        if (Flow(parameters) is not { Json: { } json } flow)
            return null;
        var first = Member(parameters, "flow_action_payload");
        return new
        {
            flow.Name,
            Json = JsonNode.Parse(json),
            Asks = Text(parameters, "flow_action") == "data_exchange",
            Screen = first is { } payload ? Text(payload, "screen") : null,
            Data = first is { } given ? Member(given, "data") : null,
        };
    }

    public async Task<FlowView> TakeAsync(FlowStep step, CancellationToken cancellation)
    {
        var parameters = Parameters(step.Message);
        if (Flow(parameters) is not { Json: { } json })
            return new FlowView { Problem = "This Flow is not published here." };
        var token = Text(parameters, "flow_token") ?? "";
        if (step.Action == "complete")
            return Finish(step.Message, token, step.Data);

        using var flow = JsonDocument.Parse(json);
        var answer = await line.AskAsync(Request(flow.RootElement, step, token), cancellation);
        switch (answer)
        {
            case { Status: FlowLine.TokenRefused }:
                return End(step.Message, answer.Content?["error_msg"]?.ToString() ?? "");
            case not { Status: StatusCodes.Status200OK, Content: not null }:
                return new FlowView { Problem = $"The data endpoint answered {answer.Status}." };
        }

        var (screen, data) = (answer.Content["screen"]?.ToString(), answer.Content["data"] as JsonObject ?? []);
        if (screen == Success)
            return Finish(step.Message, token, data["extension_message_response"]?["params"] as JsonObject);
        if (Unusable(flow.RootElement, step.Screen, screen, data) is not { } fault)
            return new FlowView { Screen = screen, Data = data };
        await line.AskAsync(Notice(flow.RootElement, step, token, fault), cancellation);
        return new FlowView { Problem = $"WhatsApp cannot use the answer: {fault}" };
    }

    private static JsonObject Request(JsonElement flow, FlowStep step, string token) => new()
    {
        ["version"] = Text(flow, "data_api_version") ?? "3.0",
        ["action"] = step.Action,
        ["screen"] = step.Screen ?? "",
        ["data"] = step.Data?.DeepClone() ?? new JsonObject(),
        ["flow_token"] = token,
    };

    private static JsonObject Notice(JsonElement flow, FlowStep step, string token, string fault)
    {
        var notice = Request(flow, step, token);
        notice["data"] = new JsonObject { ["error"] = "invalid-screen-data", ["error_message"] = fault };
        return notice;
    }

    /// <summary>Why WhatsApp could not show the answer: no such way between screens, or other data than declared.</summary>
    private static string? Unusable(JsonElement flow, string? from, string? to, JsonObject data)
    {
        var screens = Member(flow, "screens")!.Value.EnumerateArray();
        var shown = screens.FirstOrDefault(screen => Text(screen, "id") == to);
        if (to is null || shown.ValueKind == JsonValueKind.Undefined)
            return $"there is no screen {to}";
        var ways = !string.IsNullOrEmpty(from) && Member(flow, "routing_model") is { } routes && Member(routes, from) is { } next
            ? next.EnumerateArray().Select(screen => screen.GetString()).ToList()
            : null;
        if (from != to && ways?.Contains(to) == false && !LeadsBack(flow, to, from!))
            return $"no way leads from {from} to {to}";
        return Member(shown, "data") is { } declared
            ? declared.EnumerateObject().Select(entry => Misfit(entry, data[entry.Name])).FirstOrDefault(m => m is not null)
            : null;
    }

    private static bool LeadsBack(JsonElement flow, string to, string from) =>
        Member(Member(flow, "routing_model")!.Value, to) is { } ways
        && ways.EnumerateArray().Any(screen => screen.GetString() == from);

    private static string? Misfit(JsonProperty declared, JsonNode? given)
    {
        var type = Text(declared.Value, "type");
        var fits = given?.GetValueKind() switch
        {
            JsonValueKind.String => type == "string",
            JsonValueKind.Number => type is "number" or "integer",
            JsonValueKind.True or JsonValueKind.False => type == "boolean",
            JsonValueKind.Array => type == "array",
            JsonValueKind.Object => type == "object",
            _ => false,
        };
        return fits ? null : $"{declared.Name} is missing or no {type}";
    }

    private FlowView Finish(string message, string token, JsonObject? parameters)
    {
        var response = parameters?.DeepClone().AsObject() ?? [];
        response.TryAdd("flow_token", token);
        handset.Say(new Said
        {
            Teacher = talks.Message(message)!.Teacher,
            ReplyTo = message,
            Text = "Imetumwa · Response sent",
            Message = new JsonObject
            {
                ["type"] = "interactive",
                ["interactive"] = new JsonObject
                {
                    ["type"] = "nfm_reply",
                    ["nfm_reply"] = new JsonObject
                    {
                        ["name"] = "flow",
                        ["body"] = "Sent",
                        ["response_json"] = response.ToJsonString(Json.Options),
                    },
                },
            },
        });
        return new FlowView { Finished = true };
    }

    private FlowView End(string message, string why)
    {
        talks.Change(message, now => now with { Ended = why });
        return new FlowView { Ended = why };
    }

    private KeptFlow? Flow(JsonElement parameters) =>
        shelf.Find(Text(parameters, "flow_id"))
            ?? shelf.All.FirstOrDefault(flow => flow.Name == Text(parameters, "flow_name"));

    private JsonElement Parameters(string message) =>
        talks.Message(message)?.Content is { } content && Member(content, "action") is { } action
            ? Member(action, "parameters") ?? default
            : default;
}
