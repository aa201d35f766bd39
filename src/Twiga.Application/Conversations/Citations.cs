using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.RegularExpressions;
using Twiga.Application.Common;
using Twiga.Application.Tools;

namespace Twiga.Application.Conversations;

/// <summary>
/// Checks an answer's markers against what was retrieved in its turn: unknown ones go, the others are numbered in
/// order of appearance, one number a place in a book.
/// </summary>
internal static partial class Citations
{
    private const string Marker =
        @"(?:\[\^?|【)\d{1,3}(?:†[^\]】\n]*)?(?:\s*(?:[,;–-]|and|na)\s*\d{1,3})*[\]】]";

    private static readonly Counter<long> Unknown = Tracing.Counter("twiga.citations.unknown");

    public static CitedAnswer Settle(string answer, IReadOnlyList<NumberedPassage> retrieved)
    {
        var known = retrieved.ToDictionary(p => p.Number);
        var places = new List<CitedPlace>();
        var unknown = 0;
        var text = Protected().Replace(OwnList().Replace(answer, ""), match =>
        {
            if (!match.Groups["numbers"].Success)
                return match.Value;

            var numbers = Numbers(match.Value).ToList();
            unknown += numbers.Count(n => !known.ContainsKey(n));
            var cited = numbers.Where(known.ContainsKey).Select(n => Cite(places, known[n])).Distinct().ToList();
            var space = cited.Count > 0 ? match.Groups["space"].Value : "";
            return space + string.Concat(cited.Select(n => $"[{n}]"));
        });
        Unknown.Add(unknown);
        return new CitedAnswer(text.Trim(), places, unknown);
    }

    private static int Cite(List<CitedPlace> places, NumberedPassage passage)
    {
        var place = places.Find(p => p.IsAt(passage.Passage));
        if (place is null)
            places.Add(place = new CitedPlace(places.Count + 1, passage.Passage));
        if (!place.Passages.Contains(passage.Passage.Id))
            place.Passages.Add(passage.Passage.Id);
        return place.Number;
    }

    private static IEnumerable<int> Numbers(string marker)
    {
        foreach (Match part in Part().Matches(marker))
        {
            var from = Number(part.Groups["from"].Value);
            var to = part.Groups["to"].Success ? Number(part.Groups["to"].Value) : from;
            for (var n = from; n <= Math.Min(to, from + 20); n++)
                yield return n;
        }
    }

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    // Code, formulas and links first: what they hold is no marker.
    [GeneratedRegex(
        @"```.*?(?:```|\z)|`[^`\n]*`|\$\$.*?\$\$|\$(?!\s)[^$\n]+(?<!\s)\$(?!\d)|\\\(.*?\\\)|\\\[.*?\\\]"
        + @"|!?\[[^\]\n]*\]\([^)\n]*\)|(?<space>[ \t]?)(?<numbers>" + Marker + "(?:[ \t]?" + Marker + @")*)(?!\()",
        RegexOptions.Singleline)]
    private static partial Regex Protected();

    [GeneratedRegex(@"(?<from>\d{1,3})(?:\s*[–-]\s*(?<to>\d{1,3}))?")]
    private static partial Regex Part();

    /// <summary>A list of sources that the model wrote below its answer against the rules.</summary>
    [GeneratedRegex(
        @"\n+\W*(?:sources?|references?|citations?|vyanzo|marejeo|marejeleo|rejea)\W*:?\W*"
        + @"(?:\n+\s*(?:[-*•]\s*)?(?:\[\^?\d+\]|【\d+】|\d+[.)]).*|[ \t]*(?:\[\d+\][^\n]*))+\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OwnList();
}
