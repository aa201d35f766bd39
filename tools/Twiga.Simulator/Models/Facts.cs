using System.Globalization;
using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>
/// A sentence of a passage, the term in it that can be asked for, the passage's number, and what the term means, or does.
/// </summary>
internal sealed record Fact(string Sentence, string Term, int Passage, string? Meaning = null, string? Deed = null)
{
    /// <summary>Words that fit this term and no other; null where it only stands in the sentence.</summary>
    public string? Tells => Meaning ?? Deed;

    public string Gap => Regex.Replace(With("______"), @"\b([Aa])n? ______", "$1(n) ______");

    public string Key => Vocabulary.Stem(Term.ToLowerInvariant());

    public string With(string other)
    {
        var at = Regex.Match(Sentence, $@"(?<![\p{{L}}'’-]){Regex.Escape(Term)}(?![\p{{L}}'’-])", RegexOptions.IgnoreCase);
        if (!at.Success)
            return Sentence;
        var written = at.Index == 0 && other[0] != '_' ? char.ToUpperInvariant(other[0]) + other[1..] : other;
        return Sentence[..at.Index] + written + Sentence[(at.Index + at.Length)..];
    }
}

/// <summary>Reads from passages what can be asked: first what is defined there, then sentences with a term of the subject.</summary>
internal static partial class Facts
{
    private const int ShortestMeaning = 12, LongestMeaning = 150, LongestTerm = 3, FewestWords = 3;

    /// <summary>Beginnings of sentences that say nothing by themselves, and of what is no term.</summary>
    private static readonly HashSet<string> _leaning = Vocabulary.Set(
        """
        it its they their them this that these those he she his her him we you your our i there here such both each then so
        but and or also however therefore thus now one another others some many most few all every any what which who when
        where while if as because for from in on at by with to after before during first second third finally next last only
        count add write find draw measure use take choose check name give explain calculate look read put place let never
        multiply divide subtract solve mark join note remember compare copy pour leave make do show see suppose imagine work
        answer example result reason number group centre table figure step
        several economic political social cultural long such always often usually itself was were is are has had until across
        main chief only whole certain special simplest largest smallest
        hii huu hizi hilo hiyo hivyo hayo haya hapo huko hapa kisha pia lakini wao yeye vilevile aidha hata kwanza pili tatu nne
        halafu baada kabla kwa katika kama ili iwapo mfano jaribio hatua vifaa matokeo hitimisho jibu taja eleza chora weka
        andika fafanua panga chagua tunga hesabu ambayo ambao wengine baadhi kila moja mbili hili hiki huyu yule ile zile ule lile kile wale vile zote yote wote vyote them him
        """);

    public static List<Fact> Read(IEnumerable<NumberedPassage> passages)
    {
        var all = passages.ToList();
        var taught = all.Where(p => !Label().IsMatch(p.Text) && !IsGlossary(p)).ToList();
        var words = string.Join('\n', taught.Select(p => p.Text));
        var defined = taught.SelectMany(p => Sentences(p.Text).Select(s => Defined(s, Number(p), words)))
            .Concat(all.Where(IsGlossary).SelectMany(p => Listed(p).Where(f => taught.Count == 0 || Holds(words, f.Term))))
            .OfType<Fact>().DistinctBy(f => f.Key).ToList();
        defined = [.. defined.Concat(taught.SelectMany(p => Sentences(p.Text).Select(s => Does(s, Number(p), words))).OfType<Fact>())
            .DistinctBy(f => f.Key).DistinctBy(f => f.Sentence)];
        var used = defined.Select(f => f.Sentence).ToHashSet();
        var other = taught.SelectMany(p => Sentences(p.Text).Where(s => !used.Contains(s))
            .Select(s => (Sentence: s, Term: Material.TermOf(s), Passage: Number(p)))
            .Where(s => s.Term is { } term && (Material.IsOfSubject(term) || !Material.LooksLikeAVerb(term)))
            .Select(s => new Fact(s.Sentence, s.Term!, s.Passage)));
        return [.. defined, .. other.DistinctBy(f => f.Sentence).OrderByDescending(f => Material.IsOfSubject(f.Term))
            .ThenByDescending(f => Material.IsANoun(f.Term, f.Sentence))];
    }

    /// <summary>Whole sentences that can be understood alone: no rows of tables, labels or orders.</summary>
    public static IEnumerable<string> Sentences(string passage) => Quotes.Sentences(passage)
        .Select(s => s.TrimStart('-', ' ', '*').Replace("*", "", StringComparison.Ordinal))
        .Where(s => s.Length > 0 && char.IsUpper(s[0]) && s.EndsWith('.') && s.Count(c => c == '$') % 2 == 0 && !s.Contains('|'))
        .Where(s => !Sum().IsMatch(s) && !Pointing().IsMatch(s))
        .Where(s => !s.Contains("___", StringComparison.Ordinal) && !Label().IsMatch(s) && !Leans(s));

    public static bool IsLabelled(string passage) => Label().IsMatch(passage);

    public static bool IsGlossary(NumberedPassage passage) =>
        Entry().Count(passage.Text) is > 2 and var entries
        && passage.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length <= entries + 2
        && Entry().Matches(passage.Text).Count(m => char.IsLower(m.Groups["term"].Value[0])) * 2 >= entries;

    /// <summary>As it stands within a sentence: small, unless it is a name.</summary>
    public static string Within(string words, string text)
    {
        var first = words.Split(' ')[0];
        var small = char.ToLower(words[0], CultureInfo.InvariantCulture) + words[1..];
        return (first.Length > 1 && char.IsUpper(first[1])) || (first.AsSpan().ContainsAny('\'', '’') && !Holds(text, first, RegexOptions.None))
            || (IsName(first, text) && !Holds(text, first, RegexOptions.None)) ? words : small;

        static bool IsName(string word, string text) =>
            char.IsUpper(word[0]) && Regex.IsMatch(text, $@"(?<=\p{{Ll}},? ){Regex.Escape(word)}\b");

        bool Holds(string where, string word, RegexOptions options) =>
            Regex.IsMatch(where, $@"\b{Regex.Escape(word.ToLowerInvariant())}\b", options);
    }

    private static Fact? Defined(string sentence, int passage, string words)
    {
        var (match, called) = (Says().Match(sentence), Called().Match(sentence));
        var found = called.Success ? called : match;
        if (!found.Success)
            return null;
        var (term, meaning) = (found.Groups["term"].Value.Trim(), found.Groups["meaning"].Value.Trim().TrimEnd(','));
        if (!called.Success)
        {
            meaning = meaning.Split(':', ';')[0].TrimEnd('.');
            term = Within(term, words);
        }

        return IsTerm(term) && IsMeaning(meaning, term) ? new Fact(sentence, term, passage, Within(meaning, words)) : null;
    }

    private static Fact? Does(string sentence, int passage, string words)
    {
        var found = Acts().Match(sentence);
        if (!found.Success)
            return null;
        var (term, deed) = (Within(found.Groups["term"].Value, words), found.Groups["deed"].Value.Split(':', ';')[0].TrimEnd('.'));
        return IsTerm(term) && IsMeaning(deed, term) ? new Fact(sentence, term, passage, Deed: deed) : null;
    }

    private static IEnumerable<Fact> Listed(NumberedPassage glossary) => Entry().Matches(glossary.Text)
        .Select(m => (Term: m.Groups["term"].Value.Trim(), Meaning: m.Groups["meaning"].Value.Trim().TrimEnd('.')))
        .Where(e => IsMeaning(e.Meaning, e.Term))
        .Select(e => new Fact(
            $"{char.ToUpperInvariant(e.Term[0])}{e.Term[1..]} {(Language.IsSwahili(e.Meaning) ? "ni" : "is")} {e.Meaning}.",
            e.Term, Number(glossary), e.Meaning));

    private static bool IsTerm(string term)
    {
        var (words, first) = (term.Split(' '), term.Split(' ')[0].ToLowerInvariant());
        return words.Length <= LongestTerm && (words.Length < LongestTerm || Joining().IsMatch(words[1]))
            && !words.Any(w => _leaning.Contains(w.ToLowerInvariant())) && !term.Any(char.IsDigit)
            && words.All(w => w.Length > 1 && (w.Length < 6 || Swahili.Root(w) == w)) && words.Any(w => w.Length > 3)
            && Swahili.Root(first) == first;
    }

    private static bool IsMeaning(string meaning, string term) =>
        meaning.Length is >= ShortestMeaning and <= LongestMeaning
        && meaning.Split(' ').Length >= FewestWords
        && !_leaning.Contains(meaning.Split(' ')[0].ToLowerInvariant().TrimEnd(',')) && !Quality().IsMatch(meaning) && meaning[0] != '"'
        && !term.Split(' ').Any(w => w.Length > 3 && meaning.Contains(w, StringComparison.OrdinalIgnoreCase));

    // "Husababishwa na …" has its subject in the sentence before
    private static bool Leans(string sentence)
    {
        var first = Vocabulary.Words(sentence).FirstOrDefault() ?? "";
        return _leaning.Contains(first) || (Language.IsSwahili(sentence) && Swahili.Root(first) != first);
    }

    private static bool Holds(string text, string term) => text.Contains(term, StringComparison.OrdinalIgnoreCase);

    private static int Number(NumberedPassage passage) =>
        int.Parse(passage.Marker.AsSpan().Trim("[]"), CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:An? |The )?(?<term>\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){0,2}?)(?: \([^)]*\))? " +
        @"(?:(?:is|are) (?=an? |the |any |all )|means |ni (?=\p{Ll}))(?<meaning>.+)\.$")]
    private static partial Regex Says();

    [GeneratedRegex(
        @"^(?<meaning>[^,;:]+?) (?:(?:is|are) called (?:the |an? )?|(?:huitwa|[ui]naitwa|[lyz]\w?naitwa) )(?<term>[\p{L}'’-]+(?: [\p{L}'’-]+){0,2})[.,;]")]
    private static partial Regex Called();

    [GeneratedRegex(
        @"^(?:An? |The )?(?<term>\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){0,2}?) (?<deed>(?:(?:shows|measures|detects|carries|contains|controls|produces|" +
        @"connects|protects|separates|happens|occurs|falls|forms|consists|joins|holds|keeps|removes|covers|crosses) |hu(?!yu|yo|o |ku)\p{Ll}{4,} )(?<rest>.+))\.$")]
    private static partial Regex Acts();

    [GeneratedRegex(@"^(?:ya|wa|la|cha|za|vya|na|kwa|of|and|or)$")]
    private static partial Regex Joining();

    /// <summary>What something is like is no meaning: "ni kirefu asubuhi".</summary>
    [GeneratedRegex(@"^\p{Ll}{0,3}(?:kubwa|dogo|refu|fupi|zuri|baya|eusi|eupe|ekundu|pana|nene|embamba|gumu|laini|kavu|pya|kali|ingi|chache|muhimu|defu|difu|didifu)\b|^[^ ]+, ")]
    private static partial Regex Quality();

    [GeneratedRegex(@" [=×÷] [\d$]|\d [=×÷] ")]
    private static partial Regex Sum();

    [GeneratedRegex(@"\b(?:this|these|those|hiki|huu|hili|haya|hizi|hiyo|hilo|huo|hayo|above|below)\b")]
    private static partial Regex Pointing();

    [GeneratedRegex(@"^- (?<term>[^\n(:]{3,40}?)(?: \([^)\n]*\))?: (?<meaning>[^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(?:Mfano|Example|Jaribio|Hatua|Vifaa|Zoezi|Exercise|Figure|Table|Jedwali|Mchoro|Kielelezo|Activity|Shughuli|Jibu|Answer|Solution)\b")]
    private static partial Regex Label();
}
