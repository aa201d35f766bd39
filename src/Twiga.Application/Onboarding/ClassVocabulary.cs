using System.Collections.Frozen;

namespace Twiga.Application.Onboarding;

/// <summary>The words of the catalogue by which pieces of a text are told apart; small slips of typing are forgiven.</summary>
internal sealed class ClassVocabulary
{
    private const int ForgivenFrom = 5;
    private static readonly FrozenSet<string> Until = FrozenSet.Create("-", "–", "—", "to", "hadi", "mpaka", "until", "till");
    private static readonly FrozenSet<string> List = FrozenSet.Create(",", "and", "na", "&", "+", "/", "plus", "pamoja", "pia");
    private static readonly FrozenSet<string> Links = FrozenSet.Create("cha", "la", "ya", "vya", "no", "number", "namba");
    private static readonly FrozenSet<string> Ordinals =
        FrozenSet.Create("first", "second", "third", "fourth", "fifth", "sixth", "seventh");

    private static readonly (string[] Words, int[] Years)[] Levels =
    [
        (["ordinary", "level"], [1, 2, 3, 4]),
        (["o", "level"], [1, 2, 3, 4]),
        (["olevel"], [1, 2, 3, 4]),
        (["all", "forms"], [1, 2, 3, 4]),
        (["vidato", "vyote"], [1, 2, 3, 4]),
        (["advanced", "level"], [5, 6]),
        (["a", "level"], [5, 6]),
        (["alevel"], [5, 6]),
    ];

    private readonly (string[] Words, IReadOnlyList<string> Keys)[] _subjects;
    private readonly (string[] Words, bool IsPrimary)[] _stages;
    private readonly IReadOnlyDictionary<string, int> _years;

    public ClassVocabulary(CatalogueWords words)
    {
        _subjects = [.. words.Subjects.Select(w => (ClassMarks.Tokens(w.Key), w.Value)).OrderByDescending(w => w.Item1.Length)];
        _stages = [.. words.Stages.Select(w => (ClassMarks.Tokens(w.Key), w.Value.Contains("p")))
            .OrderByDescending(w => w.Item1.Length)];
        _years = words.Years;
    }

    public (IReadOnlyList<string> Keys, int Length)? Subject(string[] tokens, int at)
    {
        foreach (var slips in (bool[])[false, true])
        {
            foreach (var (words, keys) in _subjects)
            {
                if (StandsAt(tokens, at, words, slips) && !IsStagesOwn(tokens, at, words))
                    return (keys, words.Length);
            }
        }

        return null;
    }

    public (bool IsPrimary, int Length)? Stage(string[] tokens, int at)
    {
        foreach (var slips in (bool[])[false, true])
        {
            foreach (var (words, isPrimary) in _stages)
            {
                if (StandsAt(tokens, at, words, slips))
                    return (isPrimary, words.Length);
            }
        }

        return null;
    }

    public int? Year(string[] tokens, int at) =>
        at < tokens.Length && _years.TryGetValue(tokens[at], out var year) ? year : null;

    public int? Ordinal(string[] tokens, int at) =>
        Year(tokens, at) is { } year && (char.IsAsciiDigit(tokens[at][0]) || Ordinals.Contains(tokens[at])) ? year : null;

    public static (int[] Years, int Length)? Level(string[] tokens, int at)
    {
        foreach (var (words, years) in Levels)
        {
            if (StandsAt(tokens, at, words, false))
                return (years, words.Length);
            if (words.Length == 2 && StandsAt(tokens, at, [words[0], "-", words[1]], false))
                return (years, 3);
        }

        return null;
    }

    public static bool IsUntil(string token) => Until.Contains(token);

    public static bool IsList(string token) => List.Contains(token);

    public static bool IsLink(string token) => Links.Contains(token);

    public static bool IsFiller(string token) => Fillers.All.Contains(token) || char.IsAsciiDigit(token[0]) || token.Length == 1;

    // "com 2" is commerce, but "k 2" and "cha 2" are forms
    private bool IsStagesOwn(string[] tokens, int at, string[] words) =>
        words.Length == 1 && words[0].Length <= 2 && Stage(tokens, at) is { } stage && Year(tokens, at + stage.Length) is not null;

    private static bool StandsAt(string[] tokens, int at, string[] words, bool slips)
    {
        if (at + words.Length > tokens.Length)
            return false;

        for (var i = 0; i < words.Length; i++)
        {
            if (!IsSame(words[i], tokens[at + i]) && !(slips && IsSlip(words[i], tokens[at + i])))
                return false;
        }

        return true;
    }

    private static bool IsSame(string word, string token) =>
        word == token || (word is "na" or "and" or "&" && token is "na" or "and" or "&") || (token == word + "s" && word.Length > 3);

    private static bool IsSlip(string word, string token) =>
        word.Length >= ForgivenFrom && token.Length >= ForgivenFrom - 1 && word[0] == token[0]
        && !Fillers.All.Contains(token)
        && Slips.Between(word, token) <= (word.Length >= 9 ? 2 : 1);
}
