using System.Text.RegularExpressions;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;

namespace Twiga.Infrastructure.Retrieval;

/// <summary>Makes what a person reads of what was ranked: weak and repeated hits go, neighbours become one.</summary>
internal static partial class Selection
{
    /// <summary>Neighbours are joined up to this many words; more would push other passages out of the model's sight.</summary>
    private const int MostWords = 450;

    /// <summary>Above this share of common words two passages say the same.</summary>
    private const double SameWords = 0.85;

    public static IReadOnlyList<FoundPassage> Of(Ranked ranked, int limit)
    {
        if (!Floor.IsPassed(ranked))
            return [];

        var joined = Joined(Distinct(ranked.Hits).Take(limit).ToList());
        return [.. joined.Select(Passage)];
    }

    /// <summary>One by one: of most hits nobody wants to know what words they have.</summary>
    private static IEnumerable<Hit> Distinct(IEnumerable<Hit> hits)
    {
        var kept = new List<HashSet<int>>();
        foreach (var hit in hits)
        {
            var words = Numbers(hit.Text);
            if (kept.Exists(k => Likeness(k, words) > SameWords))
                continue;

            kept.Add(words);
            yield return hit;
        }
    }

    /// <summary>The words as numbers: strings of them all would cost more than the comparison.</summary>
    private static HashSet<int> Numbers(string text)
    {
        var numbers = new HashSet<int>();
        foreach (var word in Word().EnumerateMatches(text))
            numbers.Add(string.GetHashCode(text.AsSpan(word.Index, word.Length), StringComparison.OrdinalIgnoreCase));
        return numbers;
    }

    private static double Likeness(HashSet<int> one, HashSet<int> other)
    {
        if (Math.Min(one.Count, other.Count) < SameWords * Math.Max(one.Count, other.Count))
            return 0;

        var common = one.Count(other.Contains);
        return common / (double)(one.Count + other.Count - common);
    }

    /// <summary>Hits that follow one another in a section are read together, at the place of the better one.</summary>
    private static List<List<Hit>> Joined(List<Hit> hits)
    {
        var groups = new List<List<Hit>>();
        foreach (var hit in hits)
        {
            var neighbours = groups.Find(g => Adjoins(g, hit));
            if (neighbours is null)
                groups.Add([hit]);
            else if (hit.Ordinal < neighbours[0].Ordinal)
                neighbours.Insert(0, hit);
            else
                neighbours.Add(hit);
        }

        return groups;
    }

    private static bool Adjoins(List<Hit> group, Hit hit) =>
        hit.Kind == PassageKind.Text && group[0].Kind == PassageKind.Text
        && hit.Section is not null && group[0].Section == hit.Section && group[0].ResourceId == hit.ResourceId
        && (hit.Ordinal == group[0].Ordinal - 1 || hit.Ordinal == group[^1].Ordinal + 1)
        && group.Sum(Words) + Words(hit) <= MostWords;

    private static int Words(Hit hit) => hit.Text.Count(' '.Equals) + 1;

    private static FoundPassage Passage(List<Hit> group)
    {
        var best = group.MaxBy(h => h.Score)!;
        return new FoundPassage(
            new PassageId(best.Id), new ResourceId(best.ResourceId), best.Title, best.ChapterNumber, best.Chapter, best.Section,
            group.Min(h => h.PageFrom), group.Max(h => h.PageTo), best.Kind, best.Language,
            string.Join("\n\n", group.Select(h => h.Text)), best.Score);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
