using System.Security.Cryptography;
using System.Text.Json;
using Twiga.Simulator.Graph;
using static Twiga.Simulator.Graph.OutgoingMessage;

namespace Twiga.Simulator.Flows;

/// <summary>Meta's management of Flows: created, filled with Flow JSON, published, taken away; and the public key.</summary>
internal sealed class GraphFlows(GraphDoor door, FlowShelf shelf, SimulatorOptions options)
{
    private const int NotNow = 139002, LeastBits = 2048;

    public IResult List(HttpContext http, string version, string account) =>
        Refuses(http, version, account)?.Answer()
            ?? Json(new { data = shelf.All.Select(flow => new { flow.Id, flow.Name, flow.Status, flow.Categories }) });

    public async Task<IResult> CreateAsync(HttpContext http, string version, string account)
    {
        if (Refuses(http, version, account) is { } stranger)
            return stranger.Answer();
        var wanted = await FieldsAsync(http);
        if (!wanted.TryGetValue("name", out var name) || string.IsNullOrWhiteSpace(name))
            return GraphError.Invalid("The parameter name is required.").Answer();
        if (shelf.All.Any(flow => flow.Name == name && flow.Status != "DEPRECATED"))
            return GraphError.Invalid("Flow name is not unique.").Answer();
        var categories = wanted.GetValueOrDefault("categories");
        if (string.IsNullOrWhiteSpace(categories) || categories == "[]")
            return GraphError.Invalid("The parameter categories is required.").Answer();
        var flow = shelf.Create(name, [categories], wanted.GetValueOrDefault("endpoint_uri"));
        return Json(new { flow.Id, success = true });
    }

    public async Task<IResult> UploadAsync(HttpContext http, string version, string id)
    {
        if (Unknown(http, version, id, out var flow) is { } refused)
            return refused.Answer();
        if (flow.Status != "DRAFT")
            return new GraphError(NotNow, "Flow can't be updated: it is published.").Answer();
        if (!http.Request.HasFormContentType)
            return GraphError.Invalid("The upload must be multipart/form-data.").Answer();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["asset_type"] != "FLOW_JSON" || form["name"] != "flow.json")
            return GraphError.Invalid("The file must be named flow.json and have the asset_type FLOW_JSON.").Answer();
        if (form.Files.GetFile("file") is not { } file)
            return GraphError.Invalid("The parameter file is required.").Answer();
        using var reader = new StreamReader(file.OpenReadStream());
        var kept = shelf.Put(flow with { Json = await reader.ReadToEndAsync(http.RequestAborted) });
        return Json(new { success = true, validation_errors = FlowJsonRules.Faults(kept.Json!) });
    }

    public IResult Publish(HttpContext http, string version, string id)
    {
        if (Unknown(http, version, id, out var flow) is { } refused)
            return refused.Answer();
        if ((flow.Status != "DRAFT" ? "Flow is not a draft."
            : flow.Json is null || FlowJsonRules.Faults(flow.Json).Count > 0 ? "Flow JSON is missing or has faults."
            : flow.EndpointUri is null ? "Publishing without endpoint_uri is forbidden."
            : shelf.BusinessKey is null ? "No public key was uploaded for this phone number."
            : null) is { } reason)
            return new GraphError(NotNow, reason).Answer();
        shelf.Put(flow with { Status = "PUBLISHED" });
        return Json(new { success = true });
    }

    public IResult Deprecate(HttpContext http, string version, string id)
    {
        if (Unknown(http, version, id, out var flow) is { } refused)
            return refused.Answer();
        if (flow.Status != "PUBLISHED")
            return new GraphError(NotNow, "Only a published Flow can be deprecated.").Answer();
        shelf.Put(flow with { Status = "DEPRECATED" });
        return Json(new { success = true });
    }

    public IResult Delete(HttpContext http, string version, string id)
    {
        if (Unknown(http, version, id, out var flow) is { } refused)
            return refused.Answer();
        if (flow.Status != "DRAFT")
            return new GraphError(NotNow, "Only a draft can be deleted.").Answer();
        shelf.Remove(id);
        return Json(new { success = true });
    }

    public IResult Show(HttpContext http, string version, string id) =>
        Unknown(http, version, id, out var flow)?.Answer() ?? Json(new
        {
            flow.Id,
            flow.Name,
            flow.Status,
            flow.Categories,
            flow.EndpointUri,
            json_version = flow.Json is null ? null : FlowJsonRules.VersionOf(flow.Json),
            validation_errors = flow.Json is null ? [] : FlowJsonRules.Faults(flow.Json),
        });

    public async Task<IResult> PutKeyAsync(HttpContext http, string version, string number)
    {
        if (door.Refuses(http, version, number) is { } stranger)
            return stranger.Answer();
        var pem = (await FieldsAsync(http)).GetValueOrDefault("business_public_key") ?? "";
        if (!IsKey(pem))
            return GraphError.Invalid("business_public_key must be an RSA public key of 2048 bits in PEM.").Answer();
        shelf.PutKey(pem);
        return Json(new { success = true });
    }

    public IResult ShowKey(HttpContext http, string version, string number) =>
        door.Refuses(http, version, number)?.Answer() ?? Json(new
        {
            data = shelf.BusinessKey is { } pem
                ? new[] { new { business_public_key = pem, business_public_key_signature_status = "VALID" } }
                : [],
        });

    private GraphError? Refuses(HttpContext http, string version, string account) =>
        door.Refuses(http, version) ?? (account == options.BusinessAccountId
            ? null
            : GraphError.Invalid($"Object with ID '{account}' does not exist."));

    private GraphError? Unknown(HttpContext http, string version, string id, out KeptFlow flow)
    {
        flow = shelf.Find(id)!;
        return door.Refuses(http, version)
            ?? (flow is null ? GraphError.Invalid($"Object with ID '{id}' does not exist.") : null);
    }

    /// <summary>Parameters as a form or as JSON; a list or an object stays JSON.</summary>
    private static async Task<Dictionary<string, string>> FieldsAsync(HttpContext http)
    {
        if (http.Request.HasFormContentType)
            return (await http.Request.ReadFormAsync(http.RequestAborted)).ToDictionary(f => f.Key, f => f.Value.ToString());
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object
                ? body.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => Text(body.RootElement, m.Name) ?? m.Value.GetRawText())
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static bool IsKey(string pem)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            return rsa.KeySize >= LeastBits && !pem.Contains("PRIVATE", StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    private static IResult Json(object answer) => Results.Json(answer, _wire);

    private static readonly JsonSerializerOptions _wire =
        new(Simulator.Json.Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
