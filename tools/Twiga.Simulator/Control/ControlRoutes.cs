using System.Security.Cryptography;
using System.Text.Json;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Graph;
using Twiga.Simulator.Models;
using Twiga.Simulator.Phones;
using Twiga.Simulator.Webhooks;

namespace Twiga.Simulator.Control;

/// <summary>What tests and developers steer the simulator with.</summary>
internal static class ControlRoutes
{
    private const int MostListed = 1000;

    public static void MapControl(this IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/control");
        control.MapPost("/reset", Reset);
        control.MapGet("/status", Status);
        control.MapGet("/faults", (FaultBoard board) => Results.Json(board.Show(), Json.Options));
        control.MapPut("/faults", (FaultSet faults, FaultBoard board) => Set(board, faults));
        control.MapDelete("/faults", (FaultBoard board) => Set(board, null));
        control.MapPost("/faults/graph", (FaultRule rule, FaultBoard board) => Add(board, graph: true, rule));
        control.MapPost("/faults/model", (FaultRule rule, FaultBoard board) => Add(board, graph: false, rule));
        control.MapGet("/model/script", (Script script) => Results.Json(script.Show(), Json.Options));
        control.MapPost("/model/script", (List<ScriptedReply> replies, Script script) => Queue(script, replies));
        control.MapDelete("/model/script", (Script script) => Queue(script, null));
        control.MapPost("/messages", SayAsync);
        control.MapPost("/webhook", PostRawAsync);
        control.MapPost("/verify", (WebhookClient client, string? token, CancellationToken cancellation) =>
            client.VerifyAsync(token, cancellation));
        control.MapGet("/graph", Graph);
        control.MapGet("/model", (Ledger ledger, long after = 0, int limit = MostListed) =>
            Results.Json(ledger.Model.Read(after, limit), Json.Options));
        control.MapGet("/webhooks", (Ledger ledger, long after = 0, int limit = MostListed) =>
            Results.Json(ledger.Webhooks.Read(after, limit), Json.Options));
        control.MapGet("/flows", (Ledger ledger, long after = 0, int limit = MostListed) =>
            Results.Json(ledger.Flows.Read(after, limit), Json.Options));
        control.MapRecordings();
    }

    private static IResult Reset(
        Ledger ledger, FaultBoard board, Script script, Courier courier, PaceGate gate, Talks talks,
        bool keepTalks = false)
    {
        courier.Forget();
        board.Reset();
        script.Clear();
        gate.Reset();
        ledger.Clear();
        if (!keepTalks)
            talks.Reset();
        return Results.NoContent();
    }

    private static IResult Status(SimulatorOptions options, Courier courier, Ledger ledger) => Results.Json(
        new
        {
            api = new { url = options.ApiUrl, state = courier.Api },
            webhooksWaiting = courier.Waiting,
            graphCalls = ledger.Graph.Total,
            modelCalls = ledger.Model.Total,
            webhookPosts = ledger.Webhooks.Total,
            phoneNumberId = options.PhoneNumberId,
            keepsTalks = options.DataDirectory is not null,
        },
        Json.Options);

    private static IResult Set(FaultBoard board, FaultSet? faults)
    {
        if (faults is null)
            board.Reset();
        else
            board.Set(faults);
        return Results.Json(board.Show(), Json.Options);
    }

    private static IResult Add(FaultBoard board, bool graph, FaultRule rule)
    {
        board.Add(graph, rule);
        return Results.Json(board.Show(), Json.Options);
    }

    private static IResult Queue(Script script, List<ScriptedReply>? replies)
    {
        if (replies is null)
            script.Clear();
        else
            script.Add(replies);
        return Results.Json(script.Show(), Json.Options);
    }

    /// <summary>One message or a list of them; together, a list travels in one webhook.</summary>
    private static async Task<IResult> SayAsync(HttpContext http, Handset handset, bool together = false)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            var said = body.RootElement.ValueKind == JsonValueKind.Array
                ? body.RootElement.Deserialize<List<Said>>(Json.Options)!
                : [body.RootElement.Deserialize<Said>(Json.Options)!];
            return Results.Json(new { ids = handset.Say(said, together) }, Json.Options);
        }
        catch (JsonException fault)
        {
            return Results.BadRequest(fault.Message);
        }
    }

    /// <summary>Signature: right (the default), none, wrong, or the header's value itself.</summary>
    private static async Task<IResult> PostRawAsync(
        HttpContext http, WebhookClient client, SimulatorOptions options, string signature = "right")
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var bytes = body.ToArray();
        var header = signature switch
        {
            "right" => Signature.Of(bytes, options.AppSecret),
            "none" => null,
            "wrong" => "sha256=" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
            _ => signature,
        };
        return Results.Json(await client.PostRawAsync(bytes, header, http.RequestAborted), Json.Options);
    }

    private static IResult Graph(
        Ledger ledger, long after = 0, int limit = MostListed,
        string? to = null, string? route = null, bool? accepted = null) =>
        Results.Json(
            ledger.Graph.Read(after, limit, call =>
                (to is null || call.To == to || call.Recipient == to) &&
                (route is null || call.Route == route) &&
                (accepted is null || call.Accepted == accepted)),
            Json.Options);
}
