using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Twiga.Simulator.Control;
using Twiga.Simulator.Webhooks;

namespace Twiga.Simulator.Flows;

/// <summary>What the data endpoint answered; status 0 where it did not, the answer null where it cannot be read.</summary>
internal sealed record FlowAnswer(int Status, JsonObject? Content);

/// <summary>Asks the Api's data endpoint as WhatsApp does: encrypted for the business and signed.</summary>
internal sealed class FlowLine : IDisposable
{
    public const int CannotOpen = 421, TokenRefused = 427;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = _patience };
    private readonly SimulatorOptions _options;
    private readonly FlowShelf _shelf;
    private readonly Ledger _ledger;
    private readonly TimeProvider _clock;

    public FlowLine(SimulatorOptions options, FlowShelf shelf, Ledger ledger, TimeProvider clock) =>
        (_options, _shelf, _ledger, _clock) = (options, shelf, ledger, clock);

    /// <summary>Where the endpoint cannot decrypt, the key is fetched anew and the request made once more.</summary>
    public async Task<FlowAnswer> AskAsync(JsonObject request, CancellationToken cancellation)
    {
        var answer = await PostAsync(request, cancellation);
        return answer.Status == CannotOpen ? await PostAsync(request, cancellation) : answer;
    }

    public void Dispose() => _http.Dispose();

    private async Task<FlowAnswer> PostAsync(JsonObject request, CancellationToken cancellation)
    {
        if (_shelf.BusinessKey is not { } key)
            return Record(request, 0, null, "no public key was uploaded");
        var began = _clock.GetTimestamp();
        var envelope = new FlowEnvelope();
        try
        {
            var body = new ByteArrayContent(envelope.Seal(request, key));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.ApiUrl, "/flows")) { Content = body };
            post.Headers.Add(
                Signature.Header, Signature.Of(await body.ReadAsByteArrayAsync(cancellation), _options.AppSecret));
            using var answer = await _http.SendAsync(post, cancellation);
            var content = envelope.Open(await answer.Content.ReadAsStringAsync(cancellation));
            return Record(request, (int)answer.StatusCode, content, null, began);
        }
        catch (Exception fault) when (fault is HttpRequestException || !cancellation.IsCancellationRequested)
        {
            return Record(request, 0, null, fault.Message, began);
        }
    }

    private FlowAnswer Record(JsonObject request, int status, JsonObject? content, string? problem, long? began = null)
    {
        _ledger.Add(new FlowExchange
        {
            Action = request["action"]?.ToString() ?? "",
            Screen = request["screen"]?.ToString(),
            Shown = content?["screen"]?.ToString(),
            Status = status,
            Problem = problem,
            Milliseconds = began is { } start ? Math.Round(_clock.GetElapsedTime(start).TotalMilliseconds, 2) : 0,
        });
        return new FlowAnswer(status, content);
    }
}
