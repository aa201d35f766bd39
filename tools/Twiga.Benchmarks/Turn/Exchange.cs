using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Twiga.Benchmarks.World;
using Twiga.Simulator;
using Twiga.Simulator.Control;

namespace Twiga.Benchmarks.Turn;

/// <summary>Posts signed questions to the Api and waits for their answers at the Graph API.</summary>
internal sealed class Exchange(BenchmarkWorld world) : IDisposable
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(new SimulatorOptions().AppSecret);

    private readonly HttpClient _http = new() { BaseAddress = world.Api.Address };
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _waiting = new();
    private int _number;

    /// <summary>Starts to listen to what the Graph API accepts.</summary>
    public void Listen() => world.Simulator.GraphCalled += Heard;

    /// <summary>Milliseconds from before the webhook is posted until its answer is at the Graph API.</summary>
    public async Task<double> AskAsync(int teacher, string question, CancellationToken cancellationToken)
    {
        var phone = BenchmarkWorld.Phone(teacher);
        var answered = _waiting[phone] = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var body = Webhook(phone, $"wamid.{Interlocked.Increment(ref _number)}", question);
        var began = Stopwatch.GetTimestamp();
        using var content = new ByteArrayContent(body);
        content.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Secret, body)));
        using var answer = await _http.PostAsync(new Uri("/webhooks", UriKind.Relative), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var ended = await answered.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
        return Stopwatch.GetElapsedTime(began, ended).TotalMilliseconds;
    }

    public void Dispose()
    {
        world.Simulator.GraphCalled -= Heard;
        _http.Dispose();
    }

    private void Heard(GraphCall call)
    {
        if (call is { Accepted: true, Route: "messages", To: { } to } && _waiting.TryRemove(to, out var answered))
            answered.TrySetResult(Stopwatch.GetTimestamp());
    }

    private static byte[] Webhook(string from, string wamid, string text) => Encoding.UTF8.GetBytes(
        $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"255700000100","phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Asha"},"wa_id":"{{{from}}}"}],"messages":[{"from":"{{{from}}}","id":"{{{wamid}}}","timestamp":"{{{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}}}","type":"text","text":{"body":"{{{text}}}"}}]}}]}]}
        """);
}
