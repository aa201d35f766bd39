using System.Collections.Concurrent;

namespace Twiga.Infrastructure.Retrieval.Analysis;

/// <summary>
/// A light stemmer for Swahili: nouns lose their class, verbs what stands around their root.
/// Known words decide first; of unknown ones only what is certain is taken off.
/// </summary>
internal sealed class SwahiliStemmer(SwahiliLexicon lexicon)
{
    private const int MostRemembered = 50_000;

    private readonly ConcurrentDictionary<string, (string Stem, bool Known)> _seen = new();

    public string Stem(string word) => Look(word).Stem;

    /// <summary>The stem of a verb's root, whatever noun looks like it.</summary>
    public static string OfRoot(string root) => root.Length > 3 && root[^1] == 'a' ? root[..^1] : root;

    /// <summary>True where the stem rests on a known noun or verb and not on the look of the word.</summary>
    public bool Knows(string word) => Look(word).Known;

    /// <summary>True for a form of a known verb.</summary>
    public bool IsVerb(string word) => Knows(word) && lexicon.Noun(word) is null;

    /// <summary>True for what has the prefixes of a verb, whether its root is known or not.</summary>
    public bool LooksLikeVerb(string word) => lexicon.Noun(word) is null && word.Length >= 5
        && SwahiliVerbs.Rests(word).Any(r => r is { Tensed: true, Left: [.., 'a' or 'e' or 'i'] });

    private (string Stem, bool Known) Look(string word)
    {
        if (_seen.TryGetValue(word, out var seen))
            return seen;
        if (_seen.Count > MostRemembered)
            _seen.Clear();
        return _seen[word] = Find(word);
    }

    private (string Stem, bool Known) Find(string word)
    {
        if (word.Length < 3 || !char.IsAsciiLetter(word[0]))
            return (word, lexicon.Noun(word) is not null);
        if (lexicon.Noun(word) is { } noun)
            return (noun, true);

        var rests = SwahiliVerbs.Rests(word).Where(r => r.Left.Length >= 2).ToList();
        var known = rests.SelectMany(r => SwahiliVerbs.Roots(r.Left)).Where(lexicon.IsVerb).MaxBy(r => r.Length);
        if (known is not null)
            return (OfRoot(known), true);
        if (word.Length > 5 && word.EndsWith("ni", StringComparison.Ordinal) && lexicon.Noun(word[..^2]) is { } place)
            return (place, true);

        var unknown = rests.Where(r => r is { Tensed: true, Left.Length: >= 4 } && r.Left[^1] == 'a')
            .Select(r => r.Left).MaxBy(r => r.Length);
        return (unknown is null ? SwahiliNouns.WithoutPrefix(word) : OfRoot(unknown), false);
    }
}
