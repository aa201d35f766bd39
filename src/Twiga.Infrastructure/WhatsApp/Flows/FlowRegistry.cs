using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Twiga.Application.Onboarding;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>
/// Flows at Meta. A published Flow cannot be changed, so its name carries a hash of its file: another file is another
/// Flow, the same file is found again.
/// </summary>
internal sealed class FlowRegistry(
    HttpClient http, FlowKeys keys, IOptions<WhatsAppOptions> whatsApp, IOptions<FlowsOptions> flows) : IFlowRegistry
{
    private const int HashLength = 8;
    private static readonly string[] Categories = ["SIGN_UP"];

    public async Task<PublishedFlow> PublishAsync(
        FlowForm form, string json, Uri endpoint, CancellationToken cancellationToken)
    {
        var file = Encoding.UTF8.GetBytes(json);
        var name = $"twiga_{form}_{Convert.ToHexString(SHA256.HashData(file))[..HashLength]}".ToLowerInvariant();
        var there = await FindAsync(name, cancellationToken);
        if (there is { Status: "PUBLISHED" })
            return new PublishedFlow(form, there.Id, name, false);

        var id = there?.Id ?? await CreateAsync(name, endpoint, cancellationToken);
        await UploadAsync(id, file, cancellationToken);
        await PostAsync($"{id}/publish", null, cancellationToken);
        return new PublishedFlow(form, id, name, true);
    }

    public async Task<string> PublishKeyAsync(CancellationToken cancellationToken)
    {
        var key = keys.Of(flows.Value)
            ?? throw new FlowsRefusedException("WhatsApp__Flows__PrivateKey: is required to publish its public half.");
        var pem = key.ExportSubjectPublicKeyInfoPem();
        using var form = new FormUrlEncodedContent([new("business_public_key", pem)]);
        await PostAsync($"{whatsApp.Value.PhoneNumberId}/whatsapp_business_encryption", form, cancellationToken);
        return pem;
    }

    private async Task<Found?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var list = await SendAsync(
            HttpMethod.Get, $"{Account}/flows?fields=id,name,status&limit=200", null, cancellationToken);
        return list.GetProperty("data").EnumerateArray()
            .Where(f => f.GetProperty("name").GetString() == name)
            .Select(f => new Found(f.GetProperty("id").ToString(), f.GetProperty("status").ToString()))
            .FirstOrDefault(f => f.Status is "DRAFT" or "PUBLISHED");
    }

    private async Task<string> CreateAsync(string name, Uri endpoint, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(
            new { name, categories = Categories, endpoint_uri = endpoint.ToString() });
        var created = await PostAsync($"{Account}/flows", content, cancellationToken);
        return created.GetProperty("id").ToString();
    }

    private async Task UploadAsync(string id, byte[] file, CancellationToken cancellationToken)
    {
        using var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("flow.json"), "name" },
            { new StringContent("FLOW_JSON"), "asset_type" },
            { part, "file", "flow.json" },
        };
        var answer = await PostAsync($"{id}/assets", form, cancellationToken);
        if (answer.TryGetProperty("validation_errors", out var faults) && faults.ValueKind == JsonValueKind.Array
            && faults.GetArrayLength() > 0)
            throw new FlowsRefusedException($"Meta found faults in the Flow JSON: {faults.GetRawText()}");
    }

    private string Account => string.IsNullOrEmpty(whatsApp.Value.BusinessAccountId)
        ? throw new FlowsRefusedException("WhatsApp__BusinessAccountId: is required to publish Flows.")
        : whatsApp.Value.BusinessAccountId;

    private Task<JsonElement> PostAsync(string path, HttpContent? content, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, content, cancellationToken);

    private async Task<JsonElement> SendAsync(
        HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        var o = whatsApp.Value;
        using var request = new HttpRequestMessage(
            method, new Uri($"{o.GraphUrl.TrimEnd('/')}/{o.ApiVersion}/{path}"))
        { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", o.AccessToken);
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);

        var refusal = await GraphRefusal.ReadAsync(response, cancellationToken);
        throw new FlowsRefusedException($"Meta refused {method} {path.Split('?')[0]}: {refusal.Code} {refusal.Message}");
    }

    private sealed record Found(string Id, string Status);
}
