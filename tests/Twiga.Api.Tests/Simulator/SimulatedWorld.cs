using System.Net.Http.Json;
using System.Text.Json;
using Twiga.Simulator;

namespace Twiga.Api.Tests.Simulator;

/// <summary>A simulator with an Api that only listens, and a client for the Graph API and the model.</summary>
internal sealed class SimulatedWorld : IAsyncDisposable
{
    public const string Teacher = "255700000101";
    private readonly HttpClient _http;

    private SimulatedWorld(ListeningApi api, RunningSimulator simulator)
    {
        (Api, Simulator) = (api, simulator);
        _http = new HttpClient { BaseAddress = simulator.Address };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", "simulator-access-token");
    }

    public ListeningApi Api { get; }

    public RunningSimulator Simulator { get; }

    public SimulatorClient Control => Simulator.Client;

    public static async Task<SimulatedWorld> StartAsync(Action<SimulatorOptions>? change = null)
    {
        var api = await ListeningApi.StartAsync();
        var options = new SimulatorOptions
        {
            Urls = "http://127.0.0.1:0",
            ApiUrl = api.Address,
            RetryPauseMilliseconds = 20,
        };
        change?.Invoke(options);
        return new SimulatedWorld(api, await SimulatorHost.StartAsync(options));
    }

    public Task<HttpResponseMessage> PostAsync(object body, string number = "106540352242922") =>
        _http.PostAsJsonAsync($"v25.0/{number}/messages", body);

    public Task<HttpResponseMessage> GraphAsync(string path, HttpContent? content) =>
        _http.PostAsync(new Uri($"v25.0/{path}", UriKind.Relative), content);

    public Task<JsonElement> GetAsync(string path) => _http.GetFromJsonAsync<JsonElement>($"v25.0/{path}");

    public Task<HttpResponseMessage> SendTextAsync(string text = "Karibu", string callback = "out-1") =>
        PostAsync(Message("text", new { body = text }, callback));

    public static Dictionary<string, object> Message(string type, object content, string callback = "out-1") => new()
    {
        ["messaging_product"] = "whatsapp",
        ["recipient_type"] = "individual",
        ["to"] = Teacher,
        ["type"] = type,
        [type] = content,
        ["biz_opaque_callback_data"] = callback,
    };

    public static async Task<int> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetInt32();

    public Task<HttpResponseMessage> AskModelAsync(object request) =>
        _http.PostAsJsonAsync("v1/chat/completions", request);

    public Task<HttpResponseMessage> EmbedAsync(params string[] texts) =>
        _http.PostAsJsonAsync("v1/embeddings", new { input = texts, dimensions = 256 });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Simulator.DisposeAsync();
        await Api.DisposeAsync();
    }
}
