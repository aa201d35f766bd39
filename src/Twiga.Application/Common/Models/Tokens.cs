using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.ML.Tokenizers;

namespace Twiga.Application.Common;

/// <summary>Counts and cuts text in tokens of cl100k (other models differ, budgets leave room for it), with half the memory of newer encodings.</summary>
public static class Tokens
{
    private const int WorthKeeping = 64;

    private static readonly TiktokenTokenizer Encoding = TiktokenTokenizer.CreateForEncoding("cl100k_base");
    private static readonly Counted?[] Counts = new Counted?[8192];

    /// <summary>Rules, tools and earlier answers are counted in every turn: the newest counts are kept.</summary>
    public static int Count(string text)
    {
        if (text.Length < WorthKeeping)
            return Encoding.CountTokens(text);

        var key = MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
        ref var kept = ref Counts[(int)(key % (uint)Counts.Length)];
        if (Volatile.Read(ref kept) is { } counted && counted.Key == key)
            return counted.Tokens;

        var tokens = Encoding.CountTokens(text);
        Volatile.Write(ref kept, new Counted(key, tokens));
        return tokens;
    }

    /// <summary>The text, or as much of its beginning as fits.</summary>
    public static string Cut(string text, int tokens)
    {
        if (tokens <= 0)
            return "";

        var end = Encoding.GetIndexByTokenCount(text, tokens, out _, out _);
        if (end >= text.Length)
            return text;

        return end > 0 && char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end];
    }

    private sealed record Counted(UInt128 Key, int Tokens);
}
