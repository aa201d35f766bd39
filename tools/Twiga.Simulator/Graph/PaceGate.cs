using Twiga.Simulator.Faults;

namespace Twiga.Simulator.Graph;

/// <summary>Meta's two limits of pace: for one recipient a bucket that is paid back, for the number a rate.</summary>
internal sealed class PaceGate(FaultBoard faults, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (double Left, long At)> _pairs = [];
    private readonly Queue<long> _second = [];

    public GraphError? Refuses(string address)
    {
        var pace = faults.Pace;
        if (!pace.Pair && pace.MessagesPerSecond is null)
            return null;
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            if (pace.MessagesPerSecond is { } limit && !Fits(now, limit))
                return new GraphError(130429, $"The number may send {limit} messages a second.");
            return pace.Pair && !Spend(address, now, pace)
                ? new GraphError(131056, "Too many messages to this recipient in a short time.")
                : null;
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _pairs.Clear();
            _second.Clear();
        }
    }

    private bool Fits(long now, int limit)
    {
        while (_second.TryPeek(out var first) && clock.GetElapsedTime(first, now).TotalSeconds >= 1)
            _second.Dequeue();
        if (_second.Count >= limit)
            return false;
        _second.Enqueue(now);
        return true;
    }

    private bool Spend(string address, long now, Pace pace)
    {
        var (left, at) = _pairs.GetValueOrDefault(address, (pace.PairBurst, now));
        var earned = clock.GetElapsedTime(at, now).TotalMilliseconds / pace.PairMilliseconds;
        left = Math.Min(pace.PairBurst, left + earned);
        var fits = left >= 1;
        _pairs[address] = (fits ? left - 1 : left, now);
        return fits;
    }
}
