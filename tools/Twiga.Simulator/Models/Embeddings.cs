using System.Runtime.InteropServices;
using System.Text.Json;
using Twiga.Simulator.Control;
using Twiga.Simulator.Faults;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Models;

/// <summary>Answers embedding requests with hashed vectors.</summary>
internal sealed class Embeddings(FaultBoard faults, Ledger ledger, TimeProvider clock)
{
    private const int DefaultDimensions = 1024, MostDimensions = 4096, LettersPerToken = 4;

    public async Task AnswerAsync(HttpContext http)
    {
        using var document = await ModelWire.ReadAsync(http);
        var root = document?.RootElement ?? default;
        var inputs = Inputs(Member(root, "input"));
        var dimensions = Member(root, "dimensions") is { } given && given.TryGetInt32(out var asked)
            ? asked
            : DefaultDimensions;
        if (inputs.Count == 0 || dimensions is < 1 or > MostDimensions)
        {
            await ModelWire.ErrorAsync(http, StatusCodes.Status400BadRequest, "input or dimensions is not valid.");
            return;
        }

        var met = faults.OnModel("embeddings");
        if (met.DelayMilliseconds > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(met.DelayMilliseconds), clock, http.RequestAborted);
        var status = met.Fault is { } fault ? ModelWire.StatusOf(fault) : null;
        ledger.Add(new ModelCall
        {
            Route = "embeddings",
            Model = Text(root, "model"),
            Inputs = inputs.Count,
            Status = status ?? StatusCodes.Status200OK,
            By = met.Fault?.Kind,
        });
        if (status is { } failed)
            await ModelWire.FailAsync(http, met.Fault!, failed);
        else
            await WriteAsync(http, root, inputs, dimensions);
    }

    private static Task WriteAsync(HttpContext http, JsonElement root, List<string> inputs, int dimensions)
    {
        var packed = Text(root, "encoding_format") == "base64";
        var tokens = 1 + (inputs.Sum(input => input.Length) / LettersPerToken);
        return http.Response.WriteAsJsonAsync(
            new
            {
                @object = "list",
                model = Text(root, "model") ?? "stand-in-embedder",
                data = inputs.Select((input, index) =>
                {
                    var vector = Embedder.Embed(input, dimensions);
                    object embedding = packed
                        ? Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan()))
                        : vector;
                    return new { @object = "embedding", index, embedding };
                }),
                usage = new { prompt_tokens = tokens, total_tokens = tokens },
            },
            Json.Options);
    }

    private static List<string> Inputs(JsonElement? input) => input switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } several when several.EnumerateArray()
            .All(item => item.ValueKind == JsonValueKind.String) =>
            [.. several.EnumerateArray().Select(item => item.GetString()!)],
        _ => [],
    };
}
