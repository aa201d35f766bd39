using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>Tells the teacher what a tool gave back, without what the tool says to the model alone.</summary>
internal static partial class Relay
{
    private const int Most = 3000;

    /// <summary>What tools say in English, where she is answered in Swahili.</summary>
    private static readonly (Regex English, string Swahili)[] _swahili =
    [
        (new(@"^Steps:", RegexOptions.Multiline), "Hatua:"),
        (new(@"^Result:", RegexOptions.Multiline), "Jibu:"),
        (new(@"^Check: the result is right\.", RegexOptions.Multiline), "Jibu limehakikiwa: ni sahihi."),
        (new(@"^Check: the result could not be checked\..*$", RegexOptions.Multiline), "Jibu halikuweza kuhakikiwa."),
        (new(@"^[^\n]* arrives? here by (?:itself|themselves)[^\n]*$", RegexOptions.Multiline),
            "Naandaa sasa. Utaletewa hapa hapa baada ya dakika chache."),
        (new(@"^[^\n]* is on its way\.[^\n]*$", RegexOptions.Multiline), "Bado unaandaliwa; utaletewa hapa hapa."),
        (new(@"^The books? of (.+?) (?:say nothing about|does not treat) (?:this|(.+?)), so no [^\n.]+\.", RegexOptions.Multiline),
            "Samahani mwalimu, vitabu vya $1 havina mada hii ($2). Kwa hiyo sijaandaa chochote."),
        (new(@"^There is no book of (.+?) with chapters[^\n.]*\.", RegexOptions.Multiline),
            "Samahani mwalimu, hakuna kitabu cha $1 chenye sura. Kwa hiyo sijaandaa azimio la kazi."),
        (new(@"^No such document was made for you\.", RegexOptions.Multiline), "Bado sijakuandalia hati kama hiyo."),
        (new(@"^No exam paper was made for you yet\.", RegexOptions.Multiline), "Bado sijakuandalia mtihani."),
        (new(@"^Nothing is being sent yet\. Your newest documents:", RegexOptions.Multiline), "Hati zako za karibuni:"),
        (new(@"^The files of (.+?) are gone\.", RegexOptions.Multiline), "Mafaili ya $1 hayapo tena."),
        (new(@"^(.+?) goes out right below your answer\.", RegexOptions.Multiline), "$1 inafuata hapa chini."),
        (new(@"^The answer could not be marked[^\n.]*\.", RegexOptions.Multiline), "Sikuweza kusahihisha jibu hili."),
    ];

    public static string Tell(string result, bool asksForAnswers, bool inSwahili)
    {
        var parts = Paragraph().Split(result.Trim());
        var answers = Array.FindIndex(parts, part => part.StartsWith("Answers, for you", StringComparison.Ordinal));
        var told = answers < 0 ? parts : asksForAnswers
            ? [.. parts[..answers], inSwahili ? "**Majibu**" : "**Answers**", Answers(parts[answers])]
            : parts[..answers];
        var words = string.Join("\n\n", told.Select(Without).Where(part => part.Length > 0))
            .Replace(" for her", " for you", StringComparison.Ordinal).Replace("Her newest", "Your newest", StringComparison.Ordinal);
        if (words.Length == 0)
            words = result.Trim();
        if (inSwahili)
            words = _swahili.Aggregate(words, (text, pair) => pair.English.Replace(text, pair.Swahili))
                .Replace(" ()", "", StringComparison.Ordinal);
        words = ListEnd().Replace(words, "$1\n\n");
        return words.Length <= Most ? words : words[..Most];
    }

    /// <summary>Answers of an exercise that an earlier turn kept back, one a line.</summary>
    public static string? KeptAnswers(ChatRequest request)
    {
        var kept = request.Messages.Where(message => message.Role == "assistant")
            .Select(message => Kept().Match(message.Text)).LastOrDefault(match => match.Success);
        return kept?.Groups[1].Value.Replace("; ", "\n", StringComparison.Ordinal);
    }

    private static string Answers(string part) => part[(part.IndexOf('\n') + 1)..];

    // What is printed for pupils stays as it is; sentences in a paragraph of plain words may be orders.
    private static string Without(string part) => part.Contains('\n')
        ? part
        : string.Join(' ', Sentence().Split(Clause().Replace(part, "")).Where(s => !Order().IsMatch(s))).Trim();

    /// <summary>What follows a list without an empty line would belong to its last entry.</summary>
    [GeneratedRegex(@"((?:^|\n)- [^\n]+)\n(?![-\n])")]
    private static partial Regex ListEnd();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"[:;,] (?:and )?(?:ask|tell) her[^.\n]*|^Not done: ", RegexOptions.Multiline)]
    private static partial Regex Clause();

    [GeneratedRegex(@"(?<=[.!?:])\s+(?=\p{Lu})")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(?:Say|Tell|Give her|Do not|Show|Ask|Write no|Leave|Offer|Use)\b|\b(?:say so|tell her|ask her)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    [GeneratedRegex(@"answers of the exercise: (.*?)\)?\s*$", RegexOptions.Singleline)]
    private static partial Regex Kept();
}
