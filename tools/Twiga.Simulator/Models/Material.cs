using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>A sentence of a passage, the word in it that can be asked for, and the passage's number.</summary>
internal sealed record Fact(string Sentence, string Term, int Passage)
{
    public string Gap => With("______");

    public string With(string other)
    {
        var at = Sentence.IndexOf(Term, StringComparison.Ordinal);
        return Sentence[..at] + other + Sentence[(at + Term.Length)..];
    }
}

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
        huitwa hivyo kutoka pamoja ambavyo ambalo wakati kabisa polepole zaidi kuwa
        """);

    private readonly List<Fact> _facts;
    private readonly List<string> _terms;
    private readonly List<string> _words;
    private int _next;

    public Material(string text)
    {
        var turn = TurnOf(text);
        var facts = Quotes.Passages(text).SelectMany(Facts).DistinctBy(fact => fact.Sentence)
            .DistinctBy(fact => Vocabulary.Stem(fact.Term)).ToList();
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
                .Where(term => !fact.Sentence.Contains(term, StringComparison.OrdinalIgnoreCase))
                .Distinct()
                .Take(count),
        ];
    }

    /// <summary>How often the same was asked before.</summary>
    public static int TurnOf(string text)
    {
        if (_asked.Count > MostRemembered)
            _asked.Clear();
        return _asked.AddOrUpdate(text, 0, (_, before) => before + 1);
    }

    private static IEnumerable<Fact> Facts(NumberedPassage passage)
    {
        var number = int.Parse(passage.Marker.AsSpan().Trim("[]"), CultureInfo.InvariantCulture);
        return Quotes.Sentences(passage.Text).Where(sentence => !sentence.AsSpan().ContainsAny("$_"))
            .Select(sentence => (sentence, term: TermOf(sentence)))
            .Where(found => found.term is not null)
            .Select(found => new Fact(found.sentence, found.term!, number));
    }

    /// <summary>A word of the subject where there is one, else the longest; not the first, and there only once.</summary>
    public static string? TermOf(string sentence) => Words(sentence)
        .Where(word => Regex.Count(sentence, Regex.Escape(word), RegexOptions.IgnoreCase) == 1)
        .OrderByDescending(IsOfSubject)
        .ThenByDescending(word => word.Length)
        .FirstOrDefault();

    public static bool IsOfSubject(string word) => Glossary.SubjectsOf(Vocabulary.Stem(word)).Count > 0;

    private static IEnumerable<string> Words(string sentence) => Word().Matches(sentence).Skip(1)
        .Select(match => match.Value)
        .Where(word => word.Length >= ShortestTerm && !_plain.Contains(word) && !Vocabulary.IsEmpty(word) && Vocabulary.Weight(word) == 1);

    [GeneratedRegex(@"(?<![\p{L}-])\p{Ll}+(?![\p{L}-])")]
    private static partial Regex Word();
}
