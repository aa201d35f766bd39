namespace Twiga.Simulator.Models;

/// <summary>
/// Hashed vectors: texts about the same concepts lie close together, Swahili and English alike where the glossary knows
/// the word. The same text always gives the same vector.
/// </summary>
internal static class Embedder
{
    private const double TrigramWeight = 0.15;
    private const int TrigramLength = 3;

    public static float[] Embed(string text, int dimensions)
    {
        var vector = new double[dimensions];
        foreach (var (stem, weight) in Glossary.Concepts(text))
        {
            Add(vector, stem, weight);
            for (var i = 0; i + TrigramLength <= stem.Length; i++)
                Add(vector, string.Concat("#", stem.AsSpan(i, TrigramLength)), weight * TrigramWeight);
        }

        if (Array.TrueForAll(vector, value => value == 0))
            Add(vector, text.Length == 0 ? "(empty)" : text, 1);
        var length = Math.Sqrt(vector.Sum(value => value * value));
        return Array.ConvertAll(vector, value => (float)(value / length));
    }

    /// <summary>Each word goes to two places with a sign of its own, so that chance meetings cancel out.</summary>
    private static void Add(double[] vector, string word, double weight)
    {
        var hash = Hash(word);
        vector[(int)(hash % (uint)vector.Length)] += (hash >> 63) == 0 ? weight : -weight;
        var other = hash * 0x9E3779B97F4A7C15 >> 7;
        vector[(int)(other % (uint)vector.Length)] += (other & 1) == 0 ? weight : -weight;
    }

    private static ulong Hash(string word)
    {
        const ulong offset = 14695981039346656037, prime = 1099511628211;
        var hash = word.Aggregate(offset, (sum, letter) => (sum ^ letter) * prime);
        return (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
    }
}
