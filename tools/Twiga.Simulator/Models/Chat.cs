using Twiga.Simulator.Control;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Graph;

namespace Twiga.Simulator.Models;

/// <summary>Answers chat completions: from the script, with a fault, or as the stand-in.</summary>
internal sealed class Chat(FaultBoard faults, Script script, Ledger ledger, TimeProvider clock)
{
    public async Task AnswerAsync(HttpContext http)
    {
        using var document = await ModelWire.ReadAsync(http);
        if (document is null || ChatRequest.Read(document.RootElement) is not { } request)
        {
            ledger.Add(new ModelCall { Route = "chat", Status = StatusCodes.Status400BadRequest });
            await ModelWire.ErrorAsync(http, StatusCodes.Status400BadRequest, "messages is required.");
            return;
        }

        var scripted = script.Take(request);
        var met = faults.OnModel("chat");
        var delay = met.DelayMilliseconds + (scripted?.DelayMilliseconds ?? 0);
        if (delay > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(delay), clock, http.RequestAborted);
        if (scripted is not null)
            await GiveAsync(http, request, scripted);
        else if (met.Fault is { } fault && await FailAsync(http, request, fault))
            return;
        else
            await GiveAsync(
                http, request, met.Fault is { } odd ? Misbehaviour.Apply(odd.Kind, request) : StandIn.Answer(request),
                met.Fault?.Kind);
    }

    private async Task GiveAsync(HttpContext http, ChatRequest request, ScriptedReply scripted)
    {
        if (scripted.Raw is { } raw)
        {
            Record(request, null, scripted.Status ?? StatusCodes.Status200OK, "script");
            await ModelWire.RawAsync(http, scripted.Status ?? StatusCodes.Status200OK, raw);
        }
        else if (scripted.Status is { } status && status != StatusCodes.Status200OK)
        {
            Record(request, null, status, "script");
            await ModelWire.ErrorAsync(http, status, "Scripted.");
        }
        else
            await GiveAsync(http, request, Script.Reply(scripted), "script");
    }

    private async Task GiveAsync(HttpContext http, ChatRequest request, ChatReply reply, string? by)
    {
        Record(request, reply, StatusCodes.Status200OK, by);
        if (request.Stream)
            await ChatWire.StreamAsync(http, request, reply, clock.GetUtcNow());
        else
            await ChatWire.WriteAsync(http, request, reply, clock.GetUtcNow());
    }

    /// <summary>True where the fault was an answer, or none, in itself.</summary>
    private async Task<bool> FailAsync(HttpContext http, ChatRequest request, FaultRule fault)
    {
        if (ModelWire.StatusOf(fault) is not { } status)
            return false;
        Record(request, null, status, fault.Kind);
        await ModelWire.FailAsync(http, fault, status);
        return true;
    }

    private void Record(ChatRequest request, ChatReply? reply, int status, string? by) => ledger.Add(new ModelCall
    {
        Route = "chat",
        Model = request.Model,
        Messages = OutgoingMessage.Member(request.Root, "messages")?.Clone(),
        Tools = [.. request.Tools.Select(tool => tool.Name)],
        Schema = request.SchemaName,
        Question = request.LastAsked,
        AfterTools = request.Results.Count > 0,
        Content = reply?.Content,
        ToolCalls = reply is null ? [] : [.. reply.ToolCalls.Select(call => $"{call.Name} {call.Arguments}")],
        PromptTokens = ChatWire.PromptTokens(request),
        CompletionTokens = reply is null ? 0 : ChatWire.CompletionTokens(reply),
        Status = status,
        By = by,
    });
}
