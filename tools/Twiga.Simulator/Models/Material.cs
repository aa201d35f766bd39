using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>What questions can be made of. Asked the same again it begins elsewhere, so that exercises differ.</summary>
internal sealed partial class Material
{
    private const int ShortestTerm = 5, MostRemembered = 2000, Step = 5;
    private static readonly ConcurrentDictionary<string, int> _asked = [];

    /// <summary>Words that no pupil is asked for.</summary>
    private static readonly HashSet<string> _plain = Vocabulary.Set(
        """
        called including slightly strongly stronger however therefore during because again almost always usually often
        never while where until towards across through against along above below after before quite rather still
        little large larger smaller higher lower highest lowest known given every several another together although
        halfway right left beside besides around roughly suddenly further smallest largest longest shorter longer straight
        matters squeezed drowned keeping strong directly nearly exactly already either neither unless whether within
        without those these there their about according almost certain common different everyone everything following
        important nothing other others possible second simple single sometimes something third together usual various
        first later before between called easily equal evenly fairly finally great greater heavily hardly
        hivyo zaidi kabla baada lakini ambayo ambacho ambao hadi tena pia sana karibu mbalimbali hasa kila kiasi
        chochote yoyote wowote lolote popote vyovyote mwenyewe wenyewe
        huitwa hivyo kutoka pamoja ambavyo ambalo wakati kabisa polepole zaidi kuwa
        """);

    /// <summary>Of verbs, adverbs and adjectives.</summary>
    private static readonly string[] _endings = ["ed", "ing", "ly", "ful", "ous", "ive", "able", "ible", "less", "est"];

    private readonly List<Fact> _facts;
    private readonly List<string> _terms;
    private readonly List<string> _words;
    private int _next;

    public Material(string text)
    {
        var turn = TurnOf(text);
        var facts = Facts.Read(Quotes.Passages(text)).DistinctBy(fact => fact.Key).ToList();
        var start = facts.Count == 0 ? 0 : turn * Step % facts.Count;
        _facts = [.. facts.Skip(start), .. facts.Take(start)];
        _terms = [.. _facts.Select(fact => fact.Term)];
        _words = [.. _facts.SelectMany(fact => Words(fact.Sentence)).DistinctBy(Vocabulary.Stem)];
        Turn = turn;
    }

    /// <summary>How often the same was asked before.</summary>
    public int Turn { get; }

    public bool IsUsedUp => _next >= _facts.Count;

    public Fact Next() => _facts[_next++];

    public IEnumerable<string> SentencesWith(string term) =>
        _facts.Select(fact => fact.Sentence).Where(s => s.Contains(term, StringComparison.OrdinalIgnoreCase));

    /// <summary>Words of other sentences that do not stand in this one.</summary>
    public IReadOnlyList<string> Others(Fact fact, int count)
    {
        var start = _facts.IndexOf(fact) + 1;
        return
        [
            .. _terms.Skip(start).Concat(_terms.Take(start)).Concat(_words)
                .Where(term => !LooksLikeAVerb(term) || term.Contains(' '))
                .Where(term => !fact.Sentence.Contains(term, StringComparison.OrdinalIgnoreCase))
                .Distinct()
                .OrderBy(term => Difference(fact.Term, term))
                .Take(count),
        ];
    }

    /// <summary>How differently two words are made: options of one item should be of one kind.</summary>
    public static int Difference(string one, string other) =>
        (char.IsUpper(one[0]) == char.IsUpper(other[0]) ? 0 : 4)
        + (one.EndsWith('s') == other.EndsWith('s') ? 0 : 2)
        + (IsOfSubject(one) == IsOfSubject(other) ? 0 : 1)
        + Math.Abs(one.Count(c => c == ' ') - other.Count(c => c == ' '));

    /// <summary>How often the same was asked before.</summary>
    public static int TurnOf(string text)
    {
        if (_asked.Count > MostRemembered)
            _asked.Clear();
        return _asked.AddOrUpdate(text, 0, (_, before) => before + 1);
    }

    /// <summary>
    /// A word of the subject where there is one, else the longest that is no verb by its shape; not the first, and there
    /// only once.
    /// </summary>
    public static string? TermOf(string sentence)
    {
        var nouns = Nouns(sentence);
        return Words(sentence)
            .Where(word => IsOnce(word, sentence))
            .OrderByDescending(IsOfSubject)
            .ThenByDescending(word => nouns is null || nouns.Contains(word))
            .ThenBy(LooksLikeAVerb)
            .ThenByDescending(word => word.Length)
            .FirstOrDefault();
    }

    public static bool IsOfSubject(string word) => Glossary.SubjectsOf(Vocabulary.Stem(word)).Count > 0;

    /// <summary>By the words around it; in Swahili by its shape alone.</summary>
    public static bool IsANoun(string word, string sentence) =>
        !LooksLikeAVerb(word) && (Nouns(sentence) is not { } nouns || nouns.Contains(word));

    private static HashSet<string>? Nouns(string sentence) => Language.IsSwahili(sentence)
        ? null
        : [.. Noun().Matches(sentence).Select(m => m.Value)];

    private static bool IsOnce(string word, string sentence) =>
        sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var first && first >= 0
        && sentence.IndexOf(word, first + 1, StringComparison.OrdinalIgnoreCase) < 0;

    public static bool LooksLikeAVerb(string word) =>
        _endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)) || Swahili.Root(word) != word;

    private static IEnumerable<string> Words(string sentence) => Word().Matches(sentence).Skip(1)
        .Select(match => match.Value)
        .Where(word => word.Length >= ShortestTerm && !_plain.Contains(word) && !Vocabulary.IsEmpty(word) && Vocabulary.Weight(word) == 1);

    [GeneratedRegex(
        @"(?<=\b(?:the|an?|of|by|from|with|into|between|through|their|its|his|her|no|some|each|every|two|three|four)\s)\p{Ll}+(?=[.,;:]|\s(?:of|in|and|or|" +
        @"is|are|was|were|to|from|by|with|for|that|which|who|on|over|at|into|has|have|had|can|through|when|where|because|near|between)\b)")]
    private static partial Regex Noun();

    [GeneratedRegex(@"(?<![\p{L}'’-])\p{Ll}+(?![\p{L}'’-])")]
    private static partial Regex Word();
}
