namespace Twiga.Domain.Lessons;

/// <summary>Shares out whole things so that nothing is left and nobody goes without.</summary>
internal static class Shares
{
    /// <summary>The whole in parts by weight, each a multiple of the step and at least one step; the sum is exact.</summary>
    /// <param name="whole">What is shared; a multiple of the step, and one step for each at least.</param>
    /// <param name="weights">The shares, in any unit.</param>
    /// <param name="step">The smallest piece.</param>
    public static IReadOnlyList<int> Split(int whole, IReadOnlyList<decimal> weights, int step = 1)
    {
        var steps = whole / step;
        if (whole % step != 0 || steps < weights.Count || weights.Count == 0)
            throw new DomainException($"{whole} cannot be shared by {weights.Count}.");

        var (sum, free) = (Math.Max(weights.Sum(), 1), steps - weights.Count);
        var wanted = weights.Select(w => Math.Max(0, (w / sum * steps) - 1)).ToList();
        var scale = wanted.Sum() is > 0 and var all ? free / all : 0;
        var exact = wanted.Select(w => w * scale).ToList();
        var parts = exact.Select(e => 1 + (int)e).ToArray();
        var left = steps - parts.Sum();
        foreach (var at in Enumerable.Range(0, parts.Length).OrderByDescending(at => exact[at] - (int)exact[at]).Take(left))
            parts[at]++;
        return [.. parts.Select(p => p * step)];
    }
}
