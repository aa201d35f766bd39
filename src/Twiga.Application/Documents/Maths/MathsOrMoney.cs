using System.Buffers;

namespace Twiga.Application.Documents;

/// <summary>Tells formulas from prices and from prose in brackets that somebody escaped.</summary>
internal static class MathsOrMoney
{
    private const int WordLength = 3;
    private const int FewWords = 4;
    private static readonly SearchValues<char> Signals = SearchValues.Create(@"\^_{=<>≤≥≠≈→√×÷");

    /// <summary>\(x\) is a formula; \[1\] and \(see page 4\) are brackets that somebody escaped.</summary>
    public static bool IsMaths(string latex)
    {
        var inner = latex.Trim();
        if (inner.Length == 0 || inner.All(c => char.IsDigit(c) || c is ',' or '-' or ' '))
            return false;
        var words = Words(inner);
        return words == 0 || (words == 1 && !inner.Any(char.IsWhiteSpace)) || inner.AsSpan().IndexOfAny(Signals) >= 0;
    }

    /// <summary>$x$ is a formula; between "$5 and US$" stand words and no formula.</summary>
    public static bool IsMathsInDollars(string latex)
    {
        var words = Words(latex);
        if (latex.Contains('\\') || latex.Contains('^') || words == 0)
            return true;
        return !IsPrice(latex) && words <= FewWords && latex.AsSpan().IndexOfAny(Signals) >= 0;
    }

    private static bool IsPrice(string text)
    {
        var at = 0;
        while (at < text.Length && (char.IsDigit(text[at]) || text[at] is '.' or ','))
            at++;
        return at > 0 && at < text.Length && !char.IsLetter(text[at]);
    }

    // Words of a language, not the names of commands nor what \text{} holds.
    private static int Words(string latex)
    {
        var (count, length) = (0, 0);
        for (var i = 0; i <= latex.Length; i++)
        {
            var c = i < latex.Length ? latex[i] : ' ';
            if (c == '\\')
            {
                var reader = new LatexReader(latex) { At = i };
                if (reader.Command().StartsWith("text", StringComparison.Ordinal))
                    reader.Raw();
                i = reader.At - 1;
                c = ' ';
            }

            if (char.IsLetter(c))
            {
                length++;
                continue;
            }

            count += length >= WordLength ? 1 : 0;
            length = 0;
        }

        return count;
    }
}
