using System.Text.RegularExpressions;

namespace Twiga.Application.Curriculum;

/// <summary>The yardstick: BM25 over small-letter words, nothing else, as the evaluation's baseline was computed.</summary>
internal sealed partial class PlainBm25
{
    private const double K1 = 0.9;
    private const double B = 0.4;

    private readonly Dictionary<string, List<(int Passage, int Count)>> _postings = [];
    private readonly List<int> _lengths = [];
    private readonly double _average;

    public PlainBm25(IEnumerable<string> passages)
    {
        foreach (var passage in passages)
        {
            var words = Words(passage);
            foreach (var (word, count) in words.CountBy(w => w))
            {
                if (!_postings.TryGetValue(word, out var list))
                    _postings[word] = list = [];
                list.Add((_lengths.Count, count));
            }

            _lengths.Add(words.Count);
        }

        _average = _lengths.Count == 0 ? 1 : Math.Max(1, _lengths.Average());
    }

    public IReadOnlyList<int> Rank(string question, int limit)
    {
        var scores = new Dictionary<int, double>();
        foreach (var word in Words(question))
        {
            if (!_postings.TryGetValue(word, out var list))
                continue;

            var idf = Math.Log(1 + ((_lengths.Count - list.Count + 0.5) / (list.Count + 0.5)));
            foreach (var (passage, count) in list)
            {
                var norm = K1 * (1 - B + (B * _lengths[passage] / _average));
                scores[passage] = scores.GetValueOrDefault(passage) + (idf * count * (K1 + 1) / (count + norm));
            }
        }

        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(limit).Select(s => s.Key)];
    }

    private static List<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    // what \w is in Python: .NET's takes combining marks too
    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();
}
