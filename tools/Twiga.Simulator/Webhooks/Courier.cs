using System.Collections.Concurrent;
using Twiga.Simulator.Faults;

namespace Twiga.Simulator.Webhooks;

/// <summary>A webhook to be posted; those of one lane arrive in order.</summary>
internal sealed record Parcel(string Lane, string Kind, byte[] Body, string? Wamid = null)
{
    /// <summary>Told after each try.</summary>
    public Action<Delivery>? Report { get; init; }

    public int DelayMilliseconds { get; init; }

    /// <summary>When it was given to the courier, from where the delay counts.</summary>
    public long Handed { get; init; }
}

/// <summary>Brings webhooks to the Api in order, and again with growing pauses while it is away.</summary>
internal sealed class Courier(
    SimulatorOptions options, WebhookClient client, FaultBoard faults, LiveFeed feed, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lane> _lanes = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _atOnce = new(options.WebhooksAtOnce);
    private long _shuffled;

    /// <summary>How the Api took the last webhook: unknown, accepted, refused, waiting (away).</summary>
    public string Api { get; private set; } = "unknown";

    /// <summary>Webhooks not yet delivered or given up.</summary>
    public int Waiting => _lanes.Values.Sum(lane => lane.Count);

    public void Send(Parcel parcel)
    {
        var now = faults.Webhooks;
        var posted = clock.GetTimestamp();
        for (var copy = 0; copy < Math.Max(1, now.Copies); copy++)
        {
            var delay = parcel.DelayMilliseconds + now.DelayMilliseconds;
            if (now.ShuffleMilliseconds == 0)
                Enqueue(parcel with { DelayMilliseconds = delay, Handed = posted });
            else
                Enqueue(parcel with
                {
                    Lane = $"{parcel.Lane}/{Interlocked.Increment(ref _shuffled)}",
                    DelayMilliseconds = delay + faults.Between(0, now.ShuffleMilliseconds),
                    Handed = posted,
                });
        }
    }

    public void Forget() => _lanes.Clear();

    public void Dispose() => _stopping.Cancel();

    private void Enqueue(Parcel parcel)
    {
        while (true)
        {
            var lane = _lanes.GetOrAdd(parcel.Lane, _ => new Lane());
            lock (lane)
            {
                if (lane.Closed)
                    continue;
                lane.Enqueue(parcel);
                if (lane.Running)
                    return;
                lane.Running = true;
            }

            _ = Task.Run(() => RunAsync(parcel.Lane, lane));
            return;
        }
    }

    private async Task RunAsync(string name, Lane lane)
    {
        try
        {
            while (true)
            {
                Parcel? parcel;
                lock (lane)
                {
                    if (!lane.TryPeek(out parcel))
                    {
                        lane.Closed = true;
                        _lanes.TryRemove(new KeyValuePair<string, Lane>(name, lane));
                        return;
                    }
                }

                await DeliverAsync(parcel, name, lane);
                lock (lane)
                    lane.Dequeue();
            }
        }
        catch (OperationCanceledException)
        {
            // The simulator is stopping.
        }
    }

    private async Task DeliverAsync(Parcel parcel, string name, Lane lane)
    {
        if (parcel.DelayMilliseconds > 0)
            await PauseAsync(parcel.DelayMilliseconds - (int)clock.GetElapsedTime(parcel.Handed).TotalMilliseconds);
        var started = clock.GetTimestamp();
        var pause = options.RetryPauseMilliseconds;
        for (var attempt = 1; IsCurrent(name, lane); attempt++)
        {
            var outcome = await TryAsync(parcel, attempt);
            if (outcome == Delivery.Waiting && clock.GetElapsedTime(started).TotalSeconds > options.RetryForSeconds)
                outcome = Delivery.GivenUp;
            parcel.Report?.Invoke(outcome);
            if (outcome != Delivery.Waiting)
                return;
            await PauseAsync(pause);
            pause = Math.Min(pause * 2, options.RetryPauseAtMostMilliseconds);
        }
    }

    private async Task<Delivery> TryAsync(Parcel parcel, int attempt)
    {
        await _atOnce.WaitAsync(_stopping.Token);
        try
        {
            var outcome = await client.PostAsync(parcel, attempt, _stopping.Token);
            Notice(outcome);
            return outcome;
        }
        finally
        {
            _atOnce.Release();
        }
    }

    private void Notice(Delivery outcome)
    {
        var now = outcome.ToString().ToLowerInvariant();
        if (now == Api)
            return;
        Api = now;
        feed.Tell("api", new { url = options.ApiUrl, state = now });
    }

    /// <summary>False once everything was forgotten.</summary>
    private bool IsCurrent(string name, Lane lane) => _lanes.TryGetValue(name, out var current) && current == lane;

    private Task PauseAsync(int milliseconds) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Max(0, milliseconds)), clock, _stopping.Token);

    private sealed class Lane : Queue<Parcel>
    {
        public bool Running { get; set; }

        public bool Closed { get; set; }
    }
}
