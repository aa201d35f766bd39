using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twiga.Application.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>
/// The one resident process: jobs one after the other, each within its time and memory. What runs away is killed, what
/// died is started again, and a job that kills it twice is refused.
/// </summary>
internal sealed partial class NodeTypesetting(
    IOptions<TypesetterOptions> settings, TypesetterPresence presence, TimeProvider clock, ILogger<NodeTypesetting> logger)
    : IDisposable
{
    private const int Tries = 2;
    private const int LongestDocument = 8_000_000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private readonly SemaphoreSlim _turn = new(1);
    private NodeProcess? _process;
    private int _waiting;
    private int _jobs;

    /// <summary>The process id, where one runs.</summary>
    internal int? ProcessId => _process is { IsDead: false } process ? process.Id : null;

    public async Task<TypesetOutcome> RunAsync(string kind, JsonObject document, CancellationToken cancellationToken)
    {
        if (presence.Missing is not null)
            return new NotTypeset(TypesetFault.NotInstalled);
        var json = document.ToJsonString();
        if (json.Length > LongestDocument)
            return new NotTypeset(TypesetFault.TooLarge);
        try
        {
            if (Interlocked.Increment(ref _waiting) > settings.Value.Waiting + 1)
                return new NotTypeset(TypesetFault.Busy);
            await _turn.WaitAsync(cancellationToken);
            try
            {
                return await AskAsync(kind, json);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose()
    {
        _process?.Dispose();
        _turn.Dispose();
    }

    private async Task<TypesetOutcome> AskAsync(string kind, string document)
    {
        var id = ++_jobs;
        var line = JsonSerializer.Serialize(new { id, kind, document });
        for (var left = Tries; left > 0; left--)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Value.TimeLimitSeconds), clock);
            try
            {
                if (await WithinMemoryAsync(TalkAsync(line, limit.Token), limit) is { } answer)
                    return Read(answer, kind);
                LogDied(kind);
            }
            catch (Win32Exception)
            {
                // What was there at start can no longer be run.
                return new NotTypeset(TypesetFault.NotInstalled);
            }
            catch (OperationCanceledException)
            {
                LogGivenUp(kind, settings.Value.TimeLimitSeconds, settings.Value.MemoryMegabytes);
                Forget();
                return new NotTypeset(TypesetFault.TooLarge);
            }

            Forget();
        }

        return new NotTypeset(TypesetFault.Refused);
    }

    private async Task<string?> TalkAsync(string line, CancellationToken cancellationToken)
    {
        if (_process is null or { IsDead: true })
        {
            Forget();
            _process = NodeProcess.Start(settings.Value.Node, presence.Packages);
            if (await _process.ReadAsync(cancellationToken) is null)
                return null;
        }

        return await _process.AskAsync(line, cancellationToken);
    }

    private async Task<string?> WithinMemoryAsync(Task<string?> answer, CancellationTokenSource limit)
    {
        while (await Task.WhenAny(answer, Task.Delay(Look, clock, limit.Token)) != answer)
        {
            if (_process?.Megabytes > settings.Value.MemoryMegabytes)
                await limit.CancelAsync();
        }

        return await answer;
    }

    private TypesetOutcome Read(string answer, string kind)
    {
        using var json = JsonDocument.Parse(answer);
        if (json.RootElement.TryGetProperty("bytes", out var bytes))
            return new Typeset(bytes.GetBytesFromBase64(), json.RootElement.GetProperty("pages").GetInt32());
        var fault = json.RootElement.GetProperty("fault").GetString();
        if (fault == "too_large")
            return new NotTypeset(TypesetFault.TooLarge);
        LogRefused(kind, json.RootElement.GetProperty("reason").GetString());
        return new NotTypeset(TypesetFault.Refused);
    }

    private void Forget()
    {
        _process?.Dispose();
        _process = null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The typesetter died over a {Kind}; it is started again")]
    private partial void LogDied(string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {Kind} took more than {Seconds} s or {Megabytes} MB and was given up")]
    private partial void LogGivenUp(string kind, int seconds, int megabytes);

    [LoggerMessage(Level = LogLevel.Error, Message = "A {Kind} could not be set: {Reason}")]
    private partial void LogRefused(string kind, string? reason);
}
