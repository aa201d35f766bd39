using System.Text;

namespace Twiga.Domain.Exams;

/// <summary>The words of a question that matter when two are compared: in small letters, without those of asking.</summary>
public sealed class Wording
{
    private const int ShortestWord = 3;
    private const int LongestSign = 6;
    private const double Alike = 0.8;

    private static readonly HashSet<string> OfAsking =
    [
        "the", "and", "what", "which", "following", "does", "that", "this", "with", "from", "for", "are", "was", "were",
        "explain", "describe", "define", "state", "give", "list", "name", "mention", "outline", "identify", "briefly",
        "discuss", "examine", "show", "using", "how", "why", "when", "who", "where", "its", "their", "one", "two", "three",
        "four", "five", "six", "between", "best", "called", "known", "statement", "find", "calculate", "value",
        "eleza", "fafanua", "taja", "orodhesha", "nini", "ipi", "yapi", "kipi", "vipi", "gani", "kwa", "cha", "vya",
        "hii", "hiyo", "hayo", "ambayo", "ambacho", "katika", "kati", "zifuatazo", "yafuatayo", "ifuatayo", "lipi",
        "mbili", "tatu", "nne", "tano", "sita", "moja", "neno", "maana", "kisha", "kama", "huitwa", "kokotoa", "tafuta",
    ];

    private readonly HashSet<string> _words;

    public Wording(string text)
    {
        Plain = string.Join(' ', Tokens(text));
        _words = [.. Plain.Split(' ').Where(w => (w.Length >= ShortestWord || w.Any(char.IsDigit)) && !OfAsking.Contains(w))];
    }

    /// <summary>Small letters and digits, one space between words; signs of formulas stay.</summary>
    public string Plain { get; }

    public int Count => _words.Count;

    /// <summary>Whether two options or entries read the same. In short ones case matters: Tt is not TT.</summary>
    public static bool Same(string a, string b)
    {
        var (one, other) = (Bare(a), Bare(b));
        return string.Equals(
            one, other, one.Length <= LongestSign ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether both ask the same in nearly the same words.</summary>
    public bool IsNearly(Wording other)
    {
        if (Plain == other.Plain)
            return true;

        var all = _words.Union(other._words).Count();
        return Math.Min(Count, other.Count) >= 3 && _words.Intersect(other._words).Count() >= Alike * all;
    }

    /// <summary>The share of its words that stand in the other.</summary>
    public double ShareIn(Wording other) => Count == 0 ? 0 : (double)_words.Intersect(other._words).Count() / Count;

    /// <summary>Whether the words stand in it one after another.</summary>
    public bool Holds(Wording phrase) =>
        phrase.Plain.Length > 0 && $" {Plain} ".Contains($" {phrase.Plain} ", StringComparison.Ordinal);

    private static string Bare(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ';', ',');

    private static IEnumerable<string> Tokens(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '+' or '=' or '^' or '<' or '>' or '/' or '%')
            {
                word.Append(c);
                continue;
            }

            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0)
            yield return word.ToString();
    }
}
