using Twiga.Simulator.Control;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Models;
using Twiga.Simulator.Phones;
using Twiga.Simulator.Webhooks;

namespace Twiga.Simulator;

/// <summary>Steers a simulator over HTTP, in this process or another.</summary>
public sealed class SimulatorClient(Uri address) : IDisposable
{
    private const int MostListed = 100_000;
    private readonly HttpClient _http = new() { BaseAddress = address };

    public Task ResetAsync(bool keepTalks = false) =>
        SendAsync(HttpMethod.Post, $"control/reset?keepTalks={keepTalks}");

    public Task SetFaultsAsync(FaultSet faults) => SendAsync(HttpMethod.Put, "control/faults", faults);

    public Task ClearFaultsAsync() => SendAsync(HttpMethod.Delete, "control/faults");

    public Task BreakGraphAsync(FaultRule rule) => SendAsync(HttpMethod.Post, "control/faults/graph", rule);

    public Task BreakModelAsync(FaultRule rule) => SendAsync(HttpMethod.Post, "control/faults/model", rule);

    public Task ScriptAsync(params ScriptedReply[] replies) =>
        SendAsync(HttpMethod.Post, "control/model/script", replies);

    public Task ClearScriptAsync() => SendAsync(HttpMethod.Delete, "control/model/script");

    public async Task<string> SayAsync(string teacher, string text) =>
        (await SayAsync([new Said { Teacher = teacher, Text = text }]))[0];

    /// <summary>Returns the wamids in order; together, the messages travel in one webhook.</summary>
    public async Task<IReadOnlyList<string>> SayAsync(IReadOnlyList<Said> said, bool together = false)
    {
        using var content = JsonContent.Create(said, options: Json.Options);
        using var answer = await AnswerAsync(HttpMethod.Post, $"control/messages?together={together}", content);
        return (await answer.Content.ReadFromJsonAsync<SaidIds>(Json.Options))!.Ids;
    }

    /// <summary>Posts a body as it is to the Api; signature: right, none, wrong, or the header's value.</summary>
    public async Task<RawAnswer> PostWebhookAsync(byte[] body, string signature = "right")
    {
        using var content = new ByteArrayContent(body);
        using var answer = await AnswerAsync(
            HttpMethod.Post, $"control/webhook?signature={Uri.EscapeDataString(signature)}", content);
        return (await answer.Content.ReadFromJsonAsync<RawAnswer>(Json.Options))!;
    }

    /// <summary>Calls to the Graph API, oldest first.</summary>
    public async Task<IReadOnlyList<GraphCall>> GraphCallsAsync(
        string? to = null, string? route = null, bool? accepted = null, long after = 0) =>
        (await ReadAsync<GraphCall>($"control/graph?limit={MostListed}&after={after}" +
            (to is null ? "" : $"&to={to}") + (route is null ? "" : $"&route={route}") +
            (accepted is null ? "" : $"&accepted={accepted}"))).Items;

    /// <summary>Messages the Graph API took, oldest first: what teachers get to see.</summary>
    public Task<IReadOnlyList<GraphCall>> AcceptedAsync(string? to = null) =>
        GraphCallsAsync(to, route: "messages", accepted: true);

    public async Task<IReadOnlyList<ModelCall>> ModelCallsAsync(long after = 0) =>
        (await ReadAsync<ModelCall>($"control/model?limit={MostListed}&after={after}")).Items;

    public async Task<IReadOnlyList<WebhookPost>> WebhooksAsync(long after = 0) =>
        (await ReadAsync<WebhookPost>($"control/webhooks?limit={MostListed}&after={after}")).Items;

    public void Dispose() => _http.Dispose();

    private async Task<Page<T>> ReadAsync<T>(string path) =>
        (await _http.GetFromJsonAsync<Page<T>>(path, Json.Options))!;

    private async Task SendAsync<T>(HttpMethod method, string path, T content)
    {
        using var answer = await AnswerAsync(method, path, JsonContent.Create(content, options: Json.Options));
    }

    private async Task SendAsync(HttpMethod method, string path)
    {
        using var answer = await AnswerAsync(method, path, null);
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var answer = await _http.SendAsync(request);
        return answer.EnsureSuccessStatusCode();
    }

    private sealed record SaidIds(IReadOnlyList<string> Ids);
}
