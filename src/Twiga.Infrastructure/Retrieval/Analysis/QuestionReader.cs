using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Twiga.Infrastructure.Retrieval.Analysis;

/// <summary>Reads a question in English, Swahili or both.</summary>
internal sealed partial class QuestionReader(BilingualDictionary dictionary)
{
    private const string English = "English";
    private const string Swahili = "Swahili";
    private const float Translated = 0.9f;
    private const float PartOfTranslation = 0.4f;
    private const float ByWayOfEnglish = 0.3f;
    private const float MissingVerb = 0.35f;
    private const float MissingSwahili = 0.6f;

    private static readonly FrozenSet<string> EnglishStopWords = WordFiles.Set("english-stop-words.txt").ToFrozenSet();
    private static readonly FrozenSet<string> RequestWords = WithRoots("request-words.txt");
    private static readonly FrozenSet<string> GeneralWords = WithRoots("general-words.txt");

    private static readonly FrozenSet<string> ExerciseWords =
        ["exercise", "exercises", "quiz", "test", "questions", "maswali", "zoezi", "mazoezi", "jaribio", "mtihani"];

    public static QuestionReader Default { get; } = new(BilingualDictionary.Default);

    public Question Read(string phrase)
    {
        var all = Searchable.Words(Searchable.Text(phrase)).ToList();
        var said = all.Where(w => !EnglishStopWords.Contains(w) && !dictionary.StopWords.Contains(w)).ToList();
        if (said.Count == 0)
            said = all;

        var speaksSwahili = all.Any(dictionary.StopWords.Contains) || said.Count(IsSwahili) * 2 > said.Count;
        return new Question(
            [.. ForEnglishBooks(said, speaksSwahili), .. ForSwahiliBooks(said)],
            said.Any(ExerciseWords.Contains));
    }

    private IEnumerable<Concept> ForEnglishBooks(List<string> said, bool speaksSwahili)
    {
        for (var i = 0; i < said.Count;)
        {
            var (words, key, english) = LongestEntry(said, i, speaksSwahili);
            var weight = said.Skip(i).Take(words).Max(Weight);
            var missing = said.Skip(i).Take(words).All(ProvesNothing) ? 0 : Missing(said[i], english is not null, speaksSwahili);
            if (words > 1)
            {
                foreach (var concept in Phrase(key, english!, weight, missing))
                    yield return concept;
            }
            else
            {
                yield return new Concept(
                    English, weight, missing, [new Form(English, said[i], 1), .. Single(english ?? [])],
                    speaksSwahili ? key : null,
                    english is null ? SpellingOf(said[i], speaksSwahili) : null);
            }

            i += words;
        }
    }

    private IEnumerable<Concept> ForSwahiliBooks(List<string> said) => said.Select(word =>
    {
        var stem = dictionary.Stemmer.Stem(word);
        var english = dictionary.English(stem) ?? [];
        var around = english.Where(e => !e.Contains(' ')).Select(e => new Form(English, e, ByWayOfEnglish));
        Form[] forms = IsSwahili(word)
            ? [new Form(Swahili, stem, 1), .. around]
            : [new Form(Swahili, stem, 1), new Form(Swahili, word, 1), new Form(English, word, Translated)];
        return new Concept(
            Swahili, Weight(word), ProvesNothing(word) ? 0 : Missing(word, IsSwahili(word), true), forms, null,
            SpellingOf(word, false));
    });

    /// <summary>The longest entry of the dictionary that begins here, or the word alone with what it may mean.</summary>
    private (int Words, string Key, IReadOnlyList<string>? English) LongestEntry(List<string> said, int at, bool speaksSwahili)
    {
        for (var words = Math.Min(dictionary.LongestEntry, said.Count - at); words > 1; words--)
        {
            var key = dictionary.Key(said.GetRange(at, words));
            if (dictionary.English(key) is { } english)
                return (words, key, english);
        }

        var stem = dictionary.Stemmer.Stem(said[at]);
        return (1, stem, speaksSwahili || stem == said[at] ? dictionary.English(stem) : null);
    }

    /// <summary>Single words stand for the whole; words of a longer translation count less, where there are both.</summary>
    private static IEnumerable<Form> Single(IReadOnlyList<string> english)
    {
        var only = english.All(e => e.Contains(' ')) ? Translated : PartOfTranslation;
        return english.Select(e => new Form(English, e, e.Contains(' ') ? only : Translated));
    }

    private static IEnumerable<Concept> Phrase(
        string key, IReadOnlyList<string> english, float weight, float missing)
    {
        if (english.Any(e => !e.Contains(' ')))
            return [new Concept(English, weight, missing, [.. Single(english)], key, null)];

        return english[0].Split(' ').Where(w => !EnglishStopWords.Contains(w))
            .Select((w, n) => new Concept(English, weight, missing, [new Form(English, w, 1)], n == 0 ? key : null, null));
    }

    /// <summary>A Swahili word that the dictionary does not have is often a verb like any other, and no subject.</summary>
    private float Missing(string word, bool isTranslated, bool speaksSwahili) =>
        !speaksSwahili || (isTranslated && !dictionary.Stemmer.IsVerb(word)) ? 1
        : isTranslated || dictionary.Stemmer.LooksLikeVerb(word) ? MissingVerb
        : IsVowel(word[^1]) ? MissingSwahili
        : 1;

    private bool IsSwahili(string word) =>
        dictionary.Stemmer.Knows(word) && dictionary.English(dictionary.Stemmer.Stem(word)) is not null;

    /// <summary>How much a word counts for the order of what is found.</summary>
    private float Weight(string word) => IsAmong(RequestWords, word) || ClassWord().IsMatch(word) ? Concept.Request
        : IsAmong(GeneralWords, word) || SubjectName().IsMatch(word) ? Concept.General
        : 1f;

    /// <summary>Numbers and what every question has prove nothing about a book.</summary>
    private bool ProvesNothing(string word) => word.Length <= 2 || !word.Any(char.IsAsciiLetter) || Weight(word) < 1;

    private bool IsAmong(FrozenSet<string> words, string word) =>
        words.Contains(word) || words.Contains(dictionary.Stemmer.Stem(word));

    private static FrozenSet<string> WithRoots(string file) =>
        WordFiles.Set(file).SelectMany(w => (string[])[w, SwahiliStemmer.OfRoot(w)]).ToFrozenSet();

    [GeneratedRegex(@"^([fkp]|os|as)\d$|^(std|drs|form|frm|kid|tz|phys?|chem|bios?|geog?|hist|civ|maths?|kisw)$")]
    private static partial Regex ClassWord();

    [GeneratedRegex("^(biology|biolojia|geography|jiografia|history|historia|physics|fizikia|chemistry|kemia|civics|uraia|"
        + "mathematics|hisabati|hesabu|kiswahili|swahili|kiingereza|science|sayansi)$")]
    private static partial Regex SubjectName();

    private static Spelling? SpellingOf(string word, bool speaksSwahili) => word.Length < 4 || !char.IsAsciiLetter(word[0])
        ? null
        : new Spelling(word, Skeleton.Of(word) ?? "", !speaksSwahili || !IsVowel(word[^1]));

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
