using System.Text;
using System.Text.RegularExpressions;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Joins lines, and the words that were divided at their ends.</summary>
internal static partial class Hyphens
{
    /// <param name="lines">The lines of one paragraph.</param>
    /// <param name="known">How often each word stands undivided in the book, hyphens included.</param>
    public static string Join(IEnumerable<string> lines, IReadOnlyDictionary<string, int>? known)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Where(l => l.Length > 0))
        {
            if (text.Length == 0)
                text.Append(line);
            else if (Divided(text) is { } head && WordAtStart().Match(line) is { Success: true, Value: var tail })
                Append(text, line, IsHyphenated(head, tail, known));
            else
                text.Append(EndsInSlash(text) ? "" : " ").Append(line);
        }

        return text.ToString();
    }

    /// <summary>Counts the words of a line; the last is left out where the line ends in a hyphen.</summary>
    public static void Count(string line, Dictionary<string, int> known)
    {
        foreach (Match word in Word().Matches(line))
        {
            if (word.Index + word.Length < line.Length || !line.EndsWith('-'))
                known[word.Value.ToLowerInvariant()] = known.GetValueOrDefault(word.Value.ToLowerInvariant()) + 1;
        }
    }

    private static void Append(StringBuilder text, string line, bool keeps)
    {
        if (!keeps)
            text.Length--;
        text.Append(line);
    }

    private static bool IsHyphenated(string head, string tail, IReadOnlyDictionary<string, int>? known)
    {
        if (known is null)
            return false;
        var (whole, parted) = ((head + tail).ToLowerInvariant(), $"{head}-{tail}".ToLowerInvariant());
        return known.GetValueOrDefault(parted) > known.GetValueOrDefault(whole);
    }

    /// <returns>The part of a word before the hyphen that the text ends in.</returns>
    private static string? Divided(StringBuilder text)
    {
        if (text[^1] is not ('-' or '‐' or '\u00ad') || text.Length < 3)
            return null;
        var start = text.Length - 1;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return start == text.Length - 1 ? null : text.ToString(start, text.Length - 1 - start);
    }

    private static bool EndsInSlash(StringBuilder text) => text.Length > 1 && text[^1] == '/' && text[^2] != ' ';

    [GeneratedRegex(@"^\p{Ll}\p{L}*")]
    private static partial Regex WordAtStart();

    [GeneratedRegex(@"\p{L}+(?:-\p{L}+)*-?")]
    private static partial Regex Word();
}
