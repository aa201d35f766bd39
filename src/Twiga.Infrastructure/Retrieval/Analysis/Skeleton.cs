using System.Text;
using System.Text.RegularExpressions;

namespace Twiga.Infrastructure.Retrieval.Analysis;

/// <summary>
/// What an English word and the Swahili loanword made of it have in common: their consonants as they sound,
/// so that oksijeni meets oxygen and jiografia meets geography.
/// </summary>
internal static partial class Skeleton
{
    private static readonly (Regex Pattern, string Sound)[] Sounds =
    [
        (Endings(), ""), (Shun(), "sn"), (Tre(), "ter"), (Ph(), "f"), (Kw(), "kw"), (X(), "ks"), (SoftC(), "s"),
        (HardC(), "k"), (SoftG(), "j"), (Sh(), "s"), (Z(), "s"), (SilentR(), ""),
    ];

    /// <summary>Null where too little is left to compare by.</summary>
    public static string? Of(string word)
    {
        if (word.Length < 4 || !word.All(char.IsAsciiLetter))
            return null;

        var sounds = Sounds.Aggregate(word, (w, s) => s.Pattern.Replace(w, s.Sound));
        var bones = new StringBuilder();
        foreach (var letter in sounds)
        {
            if (letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' && bones.Length == 0)
                bones.Append('a');
            else if (letter is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w') && (bones.Length == 0 || bones[^1] != letter))
                bones.Append(letter);
        }

        return bones.Length >= 3 ? bones.ToString() : null;
    }

    [GeneratedRegex("(?<=[^s])s$|(?<=[aeiou][^aeiou])es$")]
    private static partial Regex Endings();

    [GeneratedRegex("tions?$|sions?$|shen[ie]$|sheni$")]
    private static partial Regex Shun();

    [GeneratedRegex("tre$")]
    private static partial Regex Tre();

    [GeneratedRegex("ph")]
    private static partial Regex Ph();

    [GeneratedRegex("qu")]
    private static partial Regex Kw();

    [GeneratedRegex("x")]
    private static partial Regex X();

    [GeneratedRegex("c(?=[eiy])")]
    private static partial Regex SoftC();

    [GeneratedRegex("ch|ck|c|q")]
    private static partial Regex HardC();

    [GeneratedRegex("dg|g(?=[eiy])")]
    private static partial Regex SoftG();

    [GeneratedRegex("sh")]
    private static partial Regex Sh();

    [GeneratedRegex("z")]
    private static partial Regex Z();

    [GeneratedRegex("r(?=[^aeiouy]|$)")]
    private static partial Regex SilentR();
}
