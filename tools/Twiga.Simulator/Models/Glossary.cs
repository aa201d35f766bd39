namespace Twiga.Simulator.Models;

/// <summary>Knows the English for Swahili subject terms, and to which subject a term belongs.</summary>
internal static class Glossary
{
    private const int LongestTerm = 5;
    private static readonly Dictionary<string, string[]> _english = [];
    private static readonly Dictionary<string, HashSet<string>> _subjects = [];

    static Glossary()
    {
        using var stream = typeof(Glossary).Assembly.GetManifestResourceStream("glossary.txt")!;
        using var reader = new StreamReader(stream);
        var subjects = Array.Empty<string>();
        while (reader.ReadLine() is { } line)
            if (line.StartsWith('['))
                subjects = line.Trim('[', ']').Split(' ');
            else if (line.Split(" = ") is [var english, var swahili])
                Learn(english, swahili, subjects);
    }

    /// <summary>What a text is about: stems in English where the glossary knows it, with their weight.</summary>
    public static List<(string Stem, double Weight)> Concepts(string text)
    {
        var words = Vocabulary.Words(text);
        var concepts = new List<(string, double)>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var (english, length) = Longest(words, i);
            if (english is not null)
            {
                var weight = words.Skip(i).Take(length).Max(Vocabulary.Weight);
                concepts.AddRange(english.Select(word => (Vocabulary.Stem(word), weight)));
                i += length - 1;
            }
            else if (!Vocabulary.IsEmpty(words[i]))
                concepts.Add((Vocabulary.Stem(words[i]), Vocabulary.Weight(words[i])));
        }

        return concepts;
    }

    public static bool HasSwahili(List<string> words) =>
        words.Where((_, i) => Longest(words, i).English is not null).Any();

    public static IReadOnlySet<string> SubjectsOf(string stem) =>
        _subjects.TryGetValue(stem, out var subjects) ? subjects : new HashSet<string>();

    private static (string[]? English, int Length) Longest(List<string> words, int start)
    {
        for (var length = Math.Min(LongestTerm, words.Count - start); length > 0; length--)
            if (Known(string.Join(' ', words.Skip(start).Take(length))) is { } english)
                return (english, length);
        return (null, 0);
    }

    // mawimbi is the plural of wimbi
    private static string[]? Known(string term) => _english.GetValueOrDefault(term)
        ?? (term.StartsWith("ma", StringComparison.Ordinal) ? _english.GetValueOrDefault(term[2..]) : null);

    private static void Learn(string english, string swahili, string[] subjects)
    {
        var terms = english.Split(", ");
        var meaning = Vocabulary.Words(terms[0]).ToArray();
        foreach (var term in swahili.Split(", "))
            _english.TryAdd(string.Join(' ', Vocabulary.Words(term)), meaning);
        foreach (var word in terms.SelectMany(Vocabulary.Words))
        {
            var stem = Vocabulary.Stem(word);
            if (!_subjects.TryGetValue(stem, out var known))
                _subjects[stem] = known = [];
            known.UnionWith(subjects);
        }
    }
}
