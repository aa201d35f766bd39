namespace Twiga.Infrastructure.Retrieval;

/// <summary>Tells what is worth showing from what only shares a word with the question.</summary>
internal static class Floor
{
    /// <summary>
    /// The best passage's strength beside that of one that had all of it: tuned on the golden questions, so that hardly
    /// any that a book covers is lost.
    /// </summary>
    private const double Least = 0.5;

    /// <summary>
    /// How far the nearest passage must stand out from the usual one, as a share of what is possible: embedders differ
    /// in what they call near, less in this. Not tuned: no embedder was at hand.
    /// </summary>
    private const double LeastAbove = 0.3;

    public static bool IsPassed(Ranked ranked) =>
        ranked.Hits.Count > 0 && (ranked.Total <= 0 || HasTheWords(ranked) || StandsOut(ranked));

    private static bool HasTheWords(Ranked ranked) =>
        ranked.Hits.Max(h => h.Strength) / Math.Max(ranked.Total, 0.5) >= Least;

    private static bool StandsOut(Ranked ranked)
    {
        var near = ranked.Hits.Where(h => h.Nearness is not null).Select(h => h.Nearness!.Value).Order().ToList();
        if (near.Count < 2)
            return false;

        var usual = near[(near.Count - 1) / 2];
        return near[^1] - usual >= LeastAbove * (1 - usual);
    }
}
