using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>Words as the stand-in sees them.</summary>
internal static partial class Vocabulary
{
    private const int ShortestStem = 4, SharedStart = 6;

    /// <summary>Words that carry no subject matter, in both languages.</summary>
    private static readonly HashSet<string> _empty = Set(
        """
        a an the this that these those it its is are was were be been being am do does did done have has had can could
        will would should shall may might must of in on at to for from by with without about into over under between
        and or but so if then than as not no yes i me my we us our you your he she they them their what which who whom
        whose where when why how please plz pls kindly explain describe define list give tell show write help need want
        make create prepare discuss outline state mention briefly short simple simply words word detail details
        hello hi hey good morning afternoon evening thanks thank ok okay also some any more other very just there here
        question questions topic lesson class student students learner learners pupils teacher book textbook example
        examples meaning mean means using use used question get got let know teach today tomorrow chapter section
        ya wa kwa ni na la za cha vya katika nini gani je eleza fafanua taja naomba nipe nisaidie tafadhali habari
        mambo shikamoo asante karibu maswali swali kuhusu hii huu hizi hiyo huo hilo hili yake wake wangu yangu yao
        sana lugha rahisi ufupi kifupi kama ili au bila hadi tu pia orodhesha niambie naweza unaweza nataka nahitaji
        ndiyo hapana sawa maana mfano mifano vipi wapi nani lini jinsi namna kati toa nini kwenye ambayo hivi basi
        mwalimu wanafunzi mwanafunzi kitabu somo mada darasa kidato mifano mitatu mitano kumi leo
        kesho naam hbr xo cjui mkuu rafiki ipi zipi
        yapi ana una nina ina tuna mna wana ame ume nime niko uko yuko iko lakini kwamba hata bado tena zaidi
        sasa nieleze nielezee nifundishe nionyeshe nionyesha nikumbushe niandikie ningependa kujua tueleze niaje msee nisort
        tz mwl tafadhali ngapi kiasi hasa mbona ile wakati zake sio si nyumbani
        form standard std drs f1 f2 f3 f4 k1 k2 k3 k4
        """);

    /// <summary>Words that help little to tell one passage from another.</summary>
    private static readonly HashSet<string> _weak = Set(
        """
        cause causes effect effects type types kind kinds importance main process difference differences feature
        features characteristic characteristics factor factors way ways work works happen happens part parts formula
        sababu athari aina umuhimu mchakato tofauti sifa sehemu kazi faida hasara namna husababisha husababishwa
        nchini duniani tanzania country world make makes big bigger small common real life many much both others step
        steps solve solving problem problems number numbers find show put take keep time increase increasing reduce
        role structure uses procedure testing test experiment order everyday daily notes comparison rules law
        explanation reason reasons people good better best most year years day days new old live money
        matumizi hatua namba njia mbinu watu mtu kubwa ndogo nyingi wengi muda siku mwaka leo kwanza juu chini mbili
        tatu moja maisha pesa nguvu madhara nchi baada kabla
        """);

    public static HashSet<string> Set(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    public static List<string> Words(string text) =>
        [.. Word().Matches(text.Replace('’', '\'')).Select(match => match.Value.ToLowerInvariant())];

    public static bool IsEmpty(string word) => _empty.Contains(word);

    public static double Weight(string word) => _weak.Contains(word) || word.All(char.IsDigit) ? 0.25 : 1;

    /// <summary>The words that say what a question is about, as they were written.</summary>
    public static string Content(string text) => string.Join(' ', Words(text).Where(word => !IsEmpty(word)).Distinct());

    /// <summary>English endings off, Swahili verbs down to their root.</summary>
    public static string Stem(string word)
    {
        if (Swahili.Looks(word))
            return Swahili.Root(word);
        var stem = word switch
        {
            _ when word.Length <= ShortestStem || word.Any(char.IsDigit) => word,
            _ when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
            _ when Ends(word, "sses", "shes", "ches", "xes", "zes") => word[..^2],
            _ when word.EndsWith('s') && !Ends(word, "ss", "us", "is") => word[..^1],
            _ => word,
        };
        if (stem.Length > ShortestStem + 3 && stem.EndsWith("ing", StringComparison.Ordinal))
            stem = stem[..^3];
        else if (stem.Length > ShortestStem + 2 && stem.EndsWith("ed", StringComparison.Ordinal))
            stem = stem[..^2];
        return stem.Length > ShortestStem && stem.EndsWith('e') ? stem[..^1] : stem;
    }

    public static bool Alike(string one, string other) => one == other ||
        (one.Length >= SharedStart && other.Length >= SharedStart &&
            one.AsSpan(0, SharedStart).SequenceEqual(other.AsSpan(0, SharedStart)));

    private static bool Ends(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:'[\p{L}]+)*")]
    private static partial Regex Word();
}
