using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Twiga.Application.Onboarding;

/// <summary>Finds the name in the answer to "what is your name?": "Neema Mollel", "naitwa Juma, nafundisha hisabati".</summary>
internal static partial class NameReader
{
    private const int MostWords = 5;

    private static readonly FrozenSet<string> NotInNames = """
        nini gani vipi je kwa nipe naomba eleza fafanua toa taja orodhesha nisaidie nataka ninataka tafadhali swali maswali
        mtihani mitihani zoezi mazoezi jibu majibu somo darasa kidato andalio azimio kuhusu what how why when which who
        explain define describe list give help need want can could please plz question questions exam exams notes lesson
        plan scheme answer answers exercise about form standard class settings hello habari mambo
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    public static string? Read(string words)
    {
        var said = Introduction().Match(words);
        var rest = said.Success ? said.Groups["name"].Value : words;
        var name = Bare(After().Split(rest, 2)[0]);
        return IsName(name) ? InCapitals(name) : null;
    }

    /// <summary>The name where she says it as such, whatever else she writes.</summary>
    public static string? ReadPlain(string words) => Introduction().IsMatch(words) ? Read(words) : null;

    private static string Bare(string text) =>
        string.Join(' ', text.Trim().Trim('"', '*', '_', '.', '!', ':').Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool IsName(string name)
    {
        var parts = name.ToLowerInvariant().Split(' ');
        return parts.Length <= MostWords
            && Letters().IsMatch(name)
            && !parts.Any(NotInNames.Contains)
            && FirstWords.AreAQuestion(name);
    }

    private static string InCapitals(string name) =>
        name.Any(char.IsUpper) && name.Any(char.IsLower)
            ? name
            : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());

    [GeneratedRegex(
        @"\b(?:naitwa|ninaitwa|jina\s+langu(?:\s+ni)?|mimi\s+ni|my\s+name\s+is|my\s+name's|name\s*:|jina\s*:|i\s+am|i'm|i’m|am\s+called|ni)\s+(?<name>.+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Introduction();

    [GeneratedRegex(
        @"[,;\n(]|(?<=\p{L}{4})\.(?=\s|$)|\s+(?:na\s+)?(?:na|ni)?(?:nafundisha|fundisha)|\s+and\s+|\s+i\s+teach|\s+(?:ni\s+)?(?:mwalimu|mwl|ticha|teacher)\b|\s+(?:from|kutoka|wa\s+shule)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex After();

    [GeneratedRegex(@"^\p{L}[\p{L}'’.\- ]*$")]
    private static partial Regex Letters();
}
