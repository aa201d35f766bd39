namespace Twiga.Infrastructure.Retrieval.Analysis;

/// <summary>The noun classes: how a plural may look in the singular, and what is left without its prefix.</summary>
internal static class SwahiliNouns
{
    /// <summary>Plural prefix, what stands in its place in the singular, and whether a vowel must follow.</summary>
    private static readonly (string Plural, string Singular, bool? BeforeVowel)[] Pairs =
    [
        ("wa", "m", false), ("wa", "mwa", null), ("we", "mwe", null), ("mi", "m", false), ("mi", "mw", true),
        ("vi", "ki", false), ("vy", "ch", true), ("ma", "", null), ("ma", "ji", false), ("ma", "u", false), ("me", "ji", null),
        ("ny", "u", true), ("ny", "w", true), ("nyu", "u", null), ("", "u", false),
    ];

    private static readonly (string Prefix, bool? BeforeVowel, int Least)[] Prefixes =
    [
        ("mwa", false, 3), ("mw", true, 3), ("wa", false, 4), ("mi", false, 4), ("ma", false, 4), ("m", false, 4),
        ("ki", false, 4), ("vi", false, 4), ("vy", true, 4), ("ch", true, 4),
    ];

    private static readonly Dictionary<string, string> Irregular = new()
    {
        ["watu"] = "mtu", ["macho"] = "jicho", ["meno"] = "jino", ["nyimbo"] = "wimbo", ["walimu"] = "mwalimu",
        ["miti"] = "mti", ["mito"] = "mto", ["miji"] = "mji", ["nyumba"] = "nyumba", ["mawe"] = "jiwe", ["mabara"] = "bara",
        ["viumbe"] = "kiumbe", ["wezi"] = "mwizi", ["vyuo"] = "chuo", ["vyama"] = "chama", ["nyoka"] = "nyoka",
    };

    public static IEnumerable<string> Singulars(string word)
    {
        if (Irregular.TryGetValue(word, out var irregular))
        {
            yield return irregular;
            yield break;
        }

        foreach (var (plural, singular, beforeVowel) in Pairs)
        {
            var rest = word.Length - plural.Length;
            if (rest >= 2 && word.StartsWith(plural, StringComparison.Ordinal) && Fits(word, plural.Length, beforeVowel))
                yield return singular + word[plural.Length..];
        }
    }

    /// <summary>An unknown noun without its class prefix, where enough of it is left.</summary>
    public static string WithoutPrefix(string word)
    {
        foreach (var (prefix, beforeVowel, least) in Prefixes)
        {
            if (word.Length - prefix.Length >= least && word.StartsWith(prefix, StringComparison.Ordinal)
                && Fits(word, prefix.Length, beforeVowel))
                return word[prefix.Length..];
        }

        return word;
    }

    private static bool Fits(string word, int at, bool? beforeVowel) =>
        beforeVowel is not { } wanted || wanted == IsVowel(word[at]);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
