namespace Twiga.Application.Conversations;

/// <summary>Tells what a space stands between: paragraphs, lines, sentences, words, or the sides of a formula.</summary>
internal static class Sentences
{
    private const string Ends = ".!?…";
    private const string Closers = ")\"'”’»*_~";
    private const string Operators = "=+-−–*×÷·→⇌←↔≤≥≠≈<>±∓/|∗∈⊂∪∩:∝≡⇒";
    private const int LongestAbbreviation = 2;

    public static CutQuality Judge(string text, int from, int to)
    {
        var lines = text.AsSpan(from, to - from).Count('\n');
        if (lines > 0 || to == text.Length)
            return lines > 1 ? CutQuality.Paragraph : CutQuality.Line;
        if (IsOperator(text, from - 1) || IsOperator(text, to))
            return CutQuality.TightWord;
        return EndsSentence(text, from - 1) && !char.IsLower(text[to]) && !char.IsDigit(text[to])
            ? CutQuality.Sentence
            : CutQuality.Word;
    }

    private static bool IsOperator(string text, int at) =>
        Operators.Contains(text[at])
        && (at == 0 || char.IsWhiteSpace(text[at - 1]))
        && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    private static bool EndsSentence(string text, int last)
    {
        while (last > 0 && (Closers.Contains(text[last]) || text[last] == ']'))
            last = text[last] == ']' ? Math.Max(text.LastIndexOf('[', last) - 1, 0) : last - 1;
        if (!Ends.Contains(text[last]))
            return false;
        var start = last;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        var word = text.AsSpan(start, last - start);
        if (!IsNumber(word))
            return word.IsEmpty || word.Length > LongestAbbreviation;
        var before = text.AsSpan(0, start).TrimEnd(' ');
        return !before.IsEmpty && before[^1] != '\n';
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsDigit(c))
                return false;
        }

        return !word.IsEmpty;
    }
}
