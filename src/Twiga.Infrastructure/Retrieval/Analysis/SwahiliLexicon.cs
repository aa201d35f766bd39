using System.Collections.Frozen;

namespace Twiga.Infrastructure.Retrieval.Analysis;

/// <summary>The Swahili words known to be nouns and the roots known to be verbs, which keep the stemmer careful.</summary>
internal sealed class SwahiliLexicon
{
    private readonly FrozenSet<string> _nouns;
    private readonly FrozenSet<string> _verbs;
    private readonly FrozenDictionary<string, string> _singulars;

    /// <param name="entries">Headwords with their English; a verb's root stands behind a dash.</param>
    public SwahiliLexicon(IEnumerable<(string Head, IReadOnlyList<string> English)> entries)
    {
        var single = entries.Where(e => !e.Head.Contains(' ')).ToList();
        _verbs = single.Where(e => e.Head[0] == '-').Select(e => e.Head[1..]).ToFrozenSet();
        var nouns = single.Where(e => e.Head[0] != '-' && !IsInfinitive(e.Head))
            .DistinctBy(e => e.Head).ToDictionary(e => e.Head, e => e.English);
        _nouns = nouns.Keys.ToFrozenSet();
        _singulars = nouns.Keys
            .Select(n => (Plural: n, Singular: SwahiliNouns.Singulars(n).FirstOrDefault(s => SameThing(nouns, n, s))))
            .Where(p => p.Singular is not null)
            .ToFrozenDictionary(p => p.Plural, p => p.Singular!);
    }

    public bool IsVerb(string root) => _verbs.Contains(root);

    /// <summary>The singular of a known noun, or of a noun whose singular is known; null for other words.</summary>
    public string? Noun(string word)
    {
        if (_nouns.Contains(word))
            return _singulars.GetValueOrDefault(word, word);

        var singular = SwahiliNouns.Singulars(word).FirstOrDefault(_nouns.Contains);
        return singular is null ? null : _singulars.GetValueOrDefault(singular, singular);
    }

    private bool IsInfinitive(string word) => word.StartsWith("ku", StringComparison.Ordinal) && IsVerb(word[2..]);

    private static bool SameThing(Dictionary<string, IReadOnlyList<string>> nouns, string plural, string singular) =>
        plural != singular && nouns.TryGetValue(singular, out var one)
        && nouns[plural].Any(p => one.Any(s => Begins(p, s) || Begins(s, p) || Irregular(s, p)));

    private static bool Begins(string a, string b) =>
        string.Equals(a, b, StringComparison.Ordinal) || (b.Length >= 3 && a.StartsWith(b[..Math.Min(4, b.Length)], StringComparison.Ordinal));

    private static bool Irregular(string singular, string plural) => (singular, plural) is
        ("man", "men") or ("woman", "women") or ("child", "children") or ("tooth", "teeth") or ("person", "people");
}
