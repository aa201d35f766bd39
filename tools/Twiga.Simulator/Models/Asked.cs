namespace Twiga.Simulator.Models;

/// <summary>What was asked lately and how often, so that papers that are written side by side do not ask the same.</summary>
internal static class Asked
{
    private const int MostRemembered = 20_000;

    private static readonly Lock _gate = new();
    private static readonly Dictionary<string, int> _times = [];

    /// <summary>All of them, those asked least often first; the first so many count as asked now.</summary>
    public static IReadOnlyList<T> LeastFirst<T>(IEnumerable<T> candidates, int taken, Func<T, string> question)
    {
        lock (_gate)
        {
            if (_times.Count > MostRemembered)
                _times.Clear();
            var sorted = candidates.OrderBy(c => _times.GetValueOrDefault(question(c))).ToList();
            foreach (var one in sorted.Take(taken).Select(question))
                _times[one] = _times.GetValueOrDefault(one) + 1;
            return sorted;
        }
    }
}
