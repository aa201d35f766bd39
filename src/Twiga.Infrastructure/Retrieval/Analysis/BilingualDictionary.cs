using System.Collections.Frozen;

namespace Twiga.Infrastructure.Retrieval.Analysis;

/// <summary>Swahili with its English, found by the stems of one word or of several that follow one another.</summary>
internal sealed class BilingualDictionary
{
    private static readonly Lazy<BilingualDictionary> Shipped =
        new(() => new BilingualDictionary(Read(WordFiles.Lines("swahili-english.txt"), "swahili-english.txt")));

    private readonly FrozenDictionary<string, IReadOnlyList<string>> _english;

    public BilingualDictionary(IReadOnlyList<(string Head, IReadOnlyList<string> English)> entries)
    {
        Stemmer = new SwahiliStemmer(new SwahiliLexicon(entries));
        StopWords = WordFiles.Set("swahili-stop-words.txt").ToFrozenSet();
        _english = entries
            .Select(e => (Key: KeyOf(e.Head), e.English))
            .Where(e => e.Key.Length > 0)
            .GroupBy(e => e.Key)
            .ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.SelectMany(e => e.English).Distinct()]);
        LongestEntry = _english.Keys.Max(k => k.Count(' '.Equals) + 1);
    }

    /// <summary>The one that is part of Twiga.</summary>
    public static BilingualDictionary Default => Shipped.Value;

    public SwahiliStemmer Stemmer { get; }

    public FrozenSet<string> StopWords { get; }

    /// <summary>The number of words of the longest entry.</summary>
    public int LongestEntry { get; }

    /// <summary>Every pair of a key and one of its English sides.</summary>
    public IEnumerable<(string Key, string English)> Pairs =>
        _english.SelectMany(e => e.Value.Select(english => (e.Key, english)));

    public IReadOnlyList<string>? English(string key) => _english.GetValueOrDefault(key);

    /// <summary>What an entry of these words is found by: their stems without the small words between them.</summary>
    public string Key(IEnumerable<string> words) =>
        string.Join(' ', words.Where(w => !StopWords.Contains(w)).Select(w => Stemmer.Stem(w)));

    private string KeyOf(string head) => head[0] == '-' && !head.Contains(' ')
        ? SwahiliStemmer.OfRoot(head[1..])
        : Key(Searchable.Words(head));

    public static IReadOnlyList<(string Head, IReadOnlyList<string> English)> Read(
        IEnumerable<(int Number, string Line)> lines, string file) =>
    [
        .. lines.Select(l => l.Line.Split('=', StringSplitOptions.TrimEntries) is [{ Length: > 0 } head, { Length: > 0 } english]
            ? (head.ToLowerInvariant(), (IReadOnlyList<string>)english.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries))
            : throw new InvalidDataException($"{file}, line {l.Number}: '{l.Line}' is not of the form swahili = english, english.")),
    ];
}
