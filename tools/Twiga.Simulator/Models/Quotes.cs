using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>A passage as a search result gives it: its marker, where it stands, its text.</summary>
internal sealed record NumberedPassage(string Marker, string Heading, string Text);

/// <summary>Finds in numbered passages the sentences that answer a question best.</summary>
internal static partial class Quotes
{
    private const int Most = 3, ShortestSentence = 25, LongestSentence = 420;
    private const double Enough = 0.5, WorthQuoting = 0.34, OneSubjectWord = 1;

    /// <summary>What a Swahili word counts that an English passage does not hold: it could not.</summary>
    private const double OtherLanguage = 0.15;

    public static List<NumberedPassage> Passages(string result)
    {
        var marks = Marker().Matches(result).ToList();
        return
        [
            .. marks.Select((mark, i) =>
            {
                var end = i + 1 < marks.Count ? marks[i + 1].Index : result.Length;
                var body = result[(mark.Index + mark.Length)..end].Trim();
                var heading = mark.Groups["heading"].Value.Trim();
                return new NumberedPassage(mark.Groups["marker"].Value, heading, body.Length > 0 ? body : heading);
            }),
        ];
    }

    /// <summary>Sentences with their markers, in the book's order; none where no passage covers the question.</summary>
    public static (double Score, List<string> Sentences) Best(string question, IReadOnlyList<NumberedPassage> passages)
    {
        var wanted = Glossary.Concepts(question).Distinct().ToList();
        if (!passages.Any(passage => Coverage(wanted, passage.Heading + " " + passage.Text) >= Enough))
            return (0, []);
        var all = passages
            .SelectMany((passage, rank) => Sentences(passage.Text).Select((sentence, place) =>
                new Candidate(sentence, passage.Marker, rank, place, Score(wanted, sentence, rank, place))))
            .DistinctBy(candidate => candidate.Sentence)
            .ToList();
        if (all.MaxBy(candidate => candidate.Score) is not { Score: >= WorthQuoting } best)
            return (0, []);
        var after = all.Where(candidate => candidate.Rank == best.Rank && candidate.Place == best.Place + 1);
        return (best.Score,
        [
            .. all.Where(candidate => candidate.Score >= WorthQuoting)
                .OrderByDescending(candidate => candidate.Score)
                .Take(Most)
                .Union(after)
                .Take(Most)
                .OrderBy(candidate => candidate.Rank).ThenBy(candidate => candidate.Place)
                .Select(candidate => $"{candidate.Sentence} {candidate.Marker}"),
        ]);
    }

    public static IEnumerable<string> Sentences(string text) =>
        Paragraph().Split(Furniture().Replace(text, " "))
            .SelectMany(paragraph => SentenceEnd().Split(paragraph))
            .Select(sentence => Bullet().Replace(Spaces().Replace(sentence, " ").Trim(), ""))
            .Where(sentence => sentence.Length is >= ShortestSentence and <= LongestSentence)
            .Where(sentence => !sentence.EndsWith('?') && !sentence.Contains(" | ", StringComparison.Ordinal));

    private sealed record Candidate(string Sentence, string Marker, int Rank, int Place, double Score);

    private static double Score(List<(string Stem, double Weight)> wanted, string sentence, int rank, int place) =>
        Coverage(wanted, sentence) + (Defines().IsMatch(sentence) ? 0.15 : 0)
            - (0.02 * rank) - (0.01 * Math.Min(place, 9));

    private static double Coverage(List<(string Stem, double Weight)> wanted, string text)
    {
        var there = Glossary.Concepts(text).Select(concept => concept.Stem).ToHashSet();
        var isSwahili = Language.IsSwahili(text);
        var (found, missed) = (0.0, 0.0);
        foreach (var (stem, weight) in wanted)
            if (there.Contains(stem) || there.Any(other => Vocabulary.Alike(other, stem)))
                found += weight;
            else
                missed += weight * (Swahili.Looks(stem) && !isSwahili ? OtherLanguage : 1);
        return found < OneSubjectWord ? 0 : found / (found + missed);
    }

    [GeneratedRegex(@"^[ \t]*(?<marker>\[\d{1,3}\])[ \t]*(?<heading>[^\n]*)$", RegexOptions.Multiline)]
    private static partial Regex Marker();

    [GeneratedRegex(@"\n\s*\n|\n(?=\s*(?:[-*•|#]|\d+[.)]))")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"(?<=[.!?]['”""»)]?)\s+(?=[\p{Lu}\d“""«(*])")]
    private static partial Regex SentenceEnd();

    /// <summary>Table rows, rules and heading marks are no sentences.</summary>
    [GeneratedRegex(@"^\s*(?:\|.*|[-=]{3,}|#+ .*)$", RegexOptions.Multiline)]
    private static partial Regex Furniture();

    [GeneratedRegex(
        @"\b(?:is|are|means|called|caused by|ni|huitwa|husababishwa|maana yake)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Defines();

    [GeneratedRegex(@"^(?:[-*•]|\d+[.)])\s+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
