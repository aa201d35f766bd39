using System.Text.RegularExpressions;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>Tells Swahili from English in a teacher's words; a mixed message counts as Swahili.</summary>
public static partial class LanguageOf
{
    private const int EnglishAnswer = 8;
    private const int SwahiliSentence = 3;

    /// <summary>The language of a message, or null where nothing in it tells, such as "F2" or "10".</summary>
    public static Language? Message(string text)
    {
        var words = Words(text);
        var (swahili, english) = (words.Sum(LanguageWords.Swahili), words.Sum(LanguageWords.English));
        if (swahili.Grammar > 0)
            return swahili.Grammar * 5 >= english.Grammar * 2 ? Language.Swahili : Language.English;
        if (english.Grammar > 0)
            return Language.English;
        if (swahili.Vocabulary > 1 || (swahili.Vocabulary > 0 && english.Vocabulary == 0))
            return Language.Swahili;

        return english.Vocabulary > 0 ? Language.English : null;
    }

    /// <summary>True where not even one sentence is Swahili: an answer to be written again when Swahili was asked for.</summary>
    public static bool IsEnglishThroughout(string text) =>
        Words(text).Sum(LanguageWords.English).Grammar >= EnglishAnswer
        && !Sentence().Split(text).Select(Words).Any(s => s.Sum(LanguageWords.Swahili).Grammar >= SwahiliSentence);

    private static List<string> Words(string text)
    {
        var plain = text.ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'');
        var bare = NotWords().Replace(plain, " ");
        var unquoted = Quoted().Replace(bare, " ");
        var words = Split(unquoted);
        return words.Count > 0 ? words : Split(bare);
    }

    private static List<string> Split(string text) =>
        [.. Word().Matches(Phrase().Replace(text, " ")).Select(m => m.Value.Trim('\'')).Where(w => w.Length > 0)];

    private static (int Grammar, int Vocabulary) Sum(
        this List<string> words, Func<string, (int Grammar, int Vocabulary)> weigh) =>
        words.Select(weigh).Aggregate((0, 0), (a, b) => (a.Item1 + b.Grammar, a.Item2 + b.Vocabulary));

    [GeneratedRegex(@"```.*?(```|$)|`[^`]*`|\$[^$]*\$|https?://\S+|(?<!\S)[^\s@]+@\S+", RegexOptions.Singleline)]
    private static partial Regex NotWords();

    [GeneratedRegex("\"[^\"]*\"|“[^”]*”|(?<![\\w])'[^']{3,}'(?!\\w)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(schemes? of work|lesson plans?|marking schemes?|past papers?|table of specifications?)\b")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"(?<=[.!?:])\s+|\n")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\p{L}[\p{L}']*")]
    private static partial Regex Word();
}
