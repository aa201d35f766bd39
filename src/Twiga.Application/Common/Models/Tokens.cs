using Microsoft.ML.Tokenizers;

namespace Twiga.Application.Common;

/// <summary>Counts and cuts text in tokens of o200k; other models differ, and budgets leave room for it.</summary>
public static class Tokens
{
    private static readonly TiktokenTokenizer O200k = TiktokenTokenizer.CreateForEncoding("o200k_base");

    public static int Count(string text) => O200k.CountTokens(text);

    /// <summary>The text, or as much of its beginning as fits.</summary>
    public static string Cut(string text, int tokens)
    {
        if (tokens <= 0)
            return "";

        var end = O200k.GetIndexByTokenCount(text, tokens, out _, out _);
        if (end >= text.Length)
            return text;

        return end > 0 && char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end];
    }
}
