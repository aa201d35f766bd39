using System.Net.Http.Headers;
using Twiga.Simulator.Control;

namespace Twiga.Simulator.Webhooks;

internal enum Delivery
{
    Accepted,
    Refused,
    Waiting,
    GivenUp,
}

/// <summary>Posts one webhook to the Api, once.</summary>
internal sealed class WebhookClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly SimulatorOptions _options;
    private readonly Ledger _ledger;
    private readonly TimeProvider _clock;

    public WebhookClient(SimulatorOptions options, Ledger ledger, TimeProvider clock)
    {
        (_options, _ledger, _clock) = (options, ledger, clock);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            Timeout = TimeSpan.FromSeconds(options.WebhookTimeoutSeconds),
        };
    }

    public async Task<Delivery> PostAsync(Parcel parcel, int attempt, CancellationToken stopping)
    {
        var started = _clock.GetTimestamp();
        var (status, problem) = (0, default(string));
        try
        {
            using var request = Request(parcel.Body, Signature.Of(parcel.Body, _options.AppSecret));
            using var answer = await _http.SendAsync(request, stopping);
            status = (int)answer.StatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || TimedOut(fault, stopping))
        {
            problem = fault is HttpRequestException { HttpRequestError: var error } ? error.ToString() : "timed out";
        }

        _ledger.Add(new WebhookPost
        {
            Kind = parcel.Kind,
            Wamid = parcel.Wamid,
            Attempt = attempt,
            Status = status,
            Problem = problem,
            Milliseconds = Math.Round(_clock.GetElapsedTime(started).TotalMilliseconds, 2),
        });
        return status switch
        {
            200 => Delivery.Accepted,
            >= 400 and < 500 and not 408 and not 429 => Delivery.Refused,
            _ => Delivery.Waiting,
        };
    }

    /// <summary>Posts a body as it is and says what the Api answered; status 0 where it did not.</summary>
    public async Task<RawAnswer> PostRawAsync(byte[] body, string? signature, CancellationToken cancellation)
    {
        try
        {
            using var request = Request(body, signature);
            using var answer = await _http.SendAsync(request, cancellation);
            _ledger.Add(new WebhookPost { Kind = "raw", Attempt = 1, Status = (int)answer.StatusCode });
            return new RawAnswer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (HttpRequestException fault)
        {
            _ledger.Add(new WebhookPost { Kind = "raw", Attempt = 1, Problem = fault.HttpRequestError.ToString() });
            return new RawAnswer(0, fault.Message);
        }
    }

    /// <summary>Asks the Api to prove itself, as Meta does when a webhook is set up.</summary>
    public async Task<RawAnswer> VerifyAsync(string? token, CancellationToken cancellation)
    {
        var challenge = Guid.NewGuid().ToString("N");
        var query = $"/webhooks?hub.mode=subscribe&hub.challenge={challenge}" +
            $"&hub.verify_token={Uri.EscapeDataString(token ?? _options.VerifyToken)}";
        try
        {
            using var answer = await _http.GetAsync(new Uri(_options.ApiUrl, query), cancellation);
            var body = await answer.Content.ReadAsStringAsync(cancellation);
            return new RawAnswer((int)answer.StatusCode, body == challenge ? "verified" : body);
        }
        catch (HttpRequestException fault)
        {
            return new RawAnswer(0, fault.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool TimedOut(Exception fault, CancellationToken stopping) =>
        fault is OperationCanceledException && !stopping.IsCancellationRequested;

    private HttpRequestMessage Request(byte[] body, string? signature)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var address = new Uri(_options.ApiUrl, "/webhooks");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation(Signature.Header, signature);
        return request;
    }
}

/// <summary>What the Api answered to a raw webhook.</summary>
public sealed record RawAnswer(int Status, string Body);
