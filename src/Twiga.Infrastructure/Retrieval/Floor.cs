namespace Twiga.Infrastructure.Retrieval;

/// <summary>Tells what is worth showing from what only shares a word with the question.</summary>
internal static class Floor
{
    /// <summary>
    /// The best passage's strength beside that of one that had all of it: tuned on the golden questions, so that hardly
    /// any that a book covers is lost.
    /// </summary>
    private const double Least = 0.52;

    /// <summary>Where meaning is compared too, words decide only about what is far off.</summary>
    private const double LeastBesideVectors = 0.25;

    public static bool IsPassed(Ranked ranked)
    {
        if (ranked.Hits.Count == 0)
            return false;
        if (ranked.Total <= 0)
            return true;

        var least = ranked.Hits.Any(h => h.Nearness is not null) ? LeastBesideVectors : Least;
        return ranked.Hits.Max(h => h.Strength) / Math.Max(ranked.Total, 0.5) >= least;
    }
}
