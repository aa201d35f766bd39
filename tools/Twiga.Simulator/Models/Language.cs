using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>Guesses whether a teacher writes Swahili; a mixture counts as Swahili.</summary>
internal static partial class Language
{
    private static readonly HashSet<string> _swahili = Vocabulary.Set(
        """
        ya wa kwa ni na la za cha vya katika nini gani je eleza fafanua taja naomba nipe nisaidie tafadhali habari mambo
        shikamoo asante karibu maswali swali zoezi mazoezi jaribio mtihani andalio azimio somo darasa kidato maana
        tofauti kati sababu mfano mifano vipi wapi nani lini jinsi namna kuhusu hii huu hizi hiyo yake wake wangu yangu
        sana
        rahisi ufupi kifupi kama ili au bila hadi tu pia tatua kokotoa sahihisha tengeneza andaa nataka nahitaji
        orodhesha linganisha jibu majibu wanafunzi mwanafunzi mwalimu leo kesho jana ndiyo hapana sawa niambie
        naweza unaweza
        """);

    private static readonly HashSet<string> _english = Vocabulary.Set(
        """
        the what is are of how why who where when which explain describe define list give me please about to for in and
        does do can could would should a an this that with from make write create prepare help need want my your on
        causes difference between questions exam lesson plan answer hello thanks
        """);

    public static bool IsSwahili(string text)
    {
        var words = Vocabulary.Words(text);
        var swahili = words.Count(_swahili.Contains);
        var english = words.Count(_english.Contains);
        return swahili == 0 && english == 0 ? Glossary.HasSwahili(words) : swahili > 1 || swahili > english;
    }

    /// <summary>
    /// The language it is told to answer in; else that of what she asks, or of what she wrote before where this shows none.
    /// </summary>
    public static bool IsSwahili(ChatRequest request)
    {
        if (request.Messages is [{ Role: "system" } rules, ..] && Told().Match(rules.Text) is { Success: true } told)
            return told.Groups[1].Value == "Swahili";
        var own = Vocabulary.Words(request.LastAsked);
        return own.Exists(word => _swahili.Contains(word) || _english.Contains(word)) || Glossary.HasSwahili(own)
            ? IsSwahili(request.LastAsked)
            : IsSwahili(string.Join('\n', request.Messages.Where(m => m.Role == "user").Select(m => m.Text)));
    }

    [GeneratedRegex("^She wrote in: (Swahili|English)", RegexOptions.Multiline)]
    private static partial Regex Told();
}
