using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Twiga.Infrastructure.Retrieval.Analysis;

/// <summary>Text as it is indexed and asked for: small letters, no accents, formulas as bare symbols.</summary>
internal static partial class Searchable
{
    private static readonly FrozenDictionary<char, string> Plain = Folding(
        "aàáâãäåāăąạǎ cçćĉċč dďđḍ eèéêëēĕėęěẹ gĝğġģ hĥħḥ iìíîïĩīĭįıịǐ jĵ kķ lĺļľŀł nñńņňŋ oòóôõöøōŏőọǒ rŕŗř sśŝşšṣș"
        + " tţťŧṭț uùúûüũūŭůűųụǔ wŵ yýÿŷ zźżžẓ");

    public static string Text(string text)
    {
        var bare = text.Contains('$') || text.Contains('\\') ? Unmarked(text) : text;
        var folded = new StringBuilder(bare.Length);
        foreach (var letter in bare)
        {
            var small = char.ToLowerInvariant(letter);
            if (small is >= '\u0300' and <= '\u036f' or '\u00ad')
                continue;
            if (small < '\u0080')
                folded.Append(small is '/' or '_' or '|' ? ' ' : small);
            else if (Plain.TryGetValue(small, out var plain))
                folded.Append(plain);
            else
                folded.Append(small is '’' or '‘' or 'ʼ' or 'ʻ' ? '\'' : small is '–' or '—' ? ' ' : small);
        }

        return GluedSentences().Replace(folded.ToString(), "$1. $2");
    }

    /// <summary>The words of a text that went through <see cref="Text"/>: letters, digits and inner apostrophes.</summary>
    public static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value);

    private static string Unmarked(string text)
    {
        var named = Command().Replace(text, m => m.Groups["name"].Value is "text" or "mathrm" or "mathbf" or "frac" or "times"
            or "cdot" or "left" or "right" or "circ" or "sqrt" or "quad" or "qquad" or "begin" or "end" or "boxed" ? " "
            : $" {m.Groups["name"].Value} ");
        return Markup().Replace(Subscript().Replace(named, "$1"), " ");
    }

    private static FrozenDictionary<char, string> Folding(string groups) => groups.Split(' ')
        .SelectMany(g => g.Skip(1).Select(accented => (accented, g[..1])))
        .Concat([('æ', "ae"), ('œ', "oe"), ('ß', "ss"), ('þ', "th"), ('ð', "d")])
        .ToFrozenDictionary(p => p.Item1, p => p.Item2);

    [GeneratedRegex(@"\\(?<name>[a-zA-Z]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"[_^]\{?([A-Za-z0-9+-]{1,6})\}?")]
    private static partial Regex Subscript();

    [GeneratedRegex(@"[$\\{}]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"([a-z]{2})\.([a-z]{2})")]
    private static partial Regex GluedSentences();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:'[\p{L}]+)*")]
    private static partial Regex Word();
}
