using System.Text.Json;
using Twiga.Simulator.Faults;

namespace Twiga.Simulator.Graph;

/// <summary>Takes or refuses a message or a read receipt.</summary>
internal sealed class GraphMessages(
    GraphDoor door, FaultBoard faults, MessageRules rules, PaceGate gate, Acceptance acceptance, LiveFeed feed)
{
    public async Task<IResult> SendAsync(HttpContext http, string version, string phoneNumberId)
    {
        if (door.Refuses(http, version, phoneNumberId) is { } stranger)
            return Refuse(null, stranger);
        using var document = await ReadAsync(http.Request.Body, http.RequestAborted);
        if (document is not { RootElement: { ValueKind: JsonValueKind.Object } root })
            return Refuse(null, GraphError.Invalid("The body is not a JSON object."));
        var message = new OutgoingMessage(root);
        try
        {
            return await AnswerAsync(http, message);
        }
        catch (InvalidOperationException)
        {
            return Refuse(null, GraphError.Invalid("The body holds text that is not valid Unicode."));
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext http, OutgoingMessage message)
    {
        var met = faults.OnGraph(message.IsReadReceipt ? "read" : "messages", message.Address);
        if (met.DelayMilliseconds > 0)
            await Task.Delay(met.DelayMilliseconds, http.RequestAborted);
        if (met.Fault is { Kind: "error" } fault)
            return Refuse(message, Error(fault));
        if (met.Fault is { Kind: "refuse" })
        {
            acceptance.Refuse(message, "messages", 0, null);
            return Drop(http);
        }

        if (message.IsReadReceipt)
            return Read(http, message, dropped: met.Fault is not null);
        if ((rules.Refuses(message) ?? gate.Refuses(message.Address!)) is { } refused)
            return Refuse(message, refused);
        var (wamid, teacher) = acceptance.Accept(message, met.Fault is null ? StatusCodes.Status200OK : 0);
        return met.Fault is null
            ? new Accepted(message.To ?? message.Recipient!, teacher.Phone, teacher.UserId, wamid)
            : Drop(http);
    }

    private IResult Read(HttpContext http, OutgoingMessage message, bool dropped)
    {
        if (string.IsNullOrEmpty(message.MessageId))
            return Refuse(message, GraphError.Missing("message_id is required."));
        acceptance.AcceptRead(message, dropped ? 0 : StatusCodes.Status200OK, feed);
        return dropped ? Drop(http) : Results.Json(new { success = true });
    }

    private IResult Refuse(OutgoingMessage? message, GraphError error)
    {
        acceptance.Refuse(message, "messages", error.Status, error);
        return error.Answer();
    }

    public static GraphError Error(FaultRule fault) =>
        new(fault.Code ?? CodeOf(fault.Status), fault.Details ?? "Switched on in the simulator.")
        {
            HttpStatus = fault.Status,
        };

    public static IResult Drop(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }

    private static int CodeOf(int? status) => status switch
    {
        401 => 190,
        429 => 130429,
        503 => 131016,
        _ => 131000,
    };

    private static async Task<JsonDocument?> ReadAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            return await JsonDocument.ParseAsync(body, default, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Written by hand: benchmarks send through here.</summary>
    private sealed class Accepted(string input, string? phone, string userId, string wamid) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            http.Response.ContentType = "application/json";
            await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
            json.WriteStartObject();
            json.WriteString("messaging_product", "whatsapp");
            json.WriteStartArray("contacts");
            json.WriteStartObject();
            json.WriteString("input", input);
            if (phone is not null)
                json.WriteString("wa_id", phone);
            json.WriteString("user_id", userId);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("messages");
            json.WriteStartObject();
            json.WriteString("id", wamid);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
