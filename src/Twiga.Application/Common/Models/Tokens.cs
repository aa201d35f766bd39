using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.ML.Tokenizers;
using Twiga.Domain;

namespace Twiga.Application.Common;

/// <summary>Counts and cuts text in tokens of cl100k (other models differ, budgets leave room for it), with half the memory of newer encodings.</summary>
public static class Tokens
{
    private const int WorthKeeping = 64;
    private const int Slice = 1_000;

    private static readonly TiktokenTokenizer Encoding = TiktokenTokenizer.CreateForEncoding("cl100k_base");
    private static readonly Counted?[] Counts = new Counted?[8192];

    /// <summary>Rules, tools and earlier answers are counted in every turn: the newest counts are kept.</summary>
    public static int Count(string text)
    {
        if (text.Length < WorthKeeping)
            return CountAll(text);

        var key = MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
        ref var kept = ref Counts[(int)(key % (uint)Counts.Length)];
        if (Volatile.Read(ref kept) is { } counted && counted.Key == key)
            return counted.Tokens;

        var tokens = CountAll(text);
        Volatile.Write(ref kept, new Counted(key, tokens));
        return tokens;
    }

    /// <summary>The text, or as much of its beginning as fits.</summary>
    public static string Cut(string text, int tokens)
    {
        if (Count(text) <= tokens)
            return text;

        for (var start = 0; start < text.Length && tokens > 0;)
        {
            var slice = NextSlice(text.AsSpan(start));
            var within = Encoding.GetIndexByTokenCount(slice, tokens, out _, out var used);
            tokens -= used;
            if (within < slice.Length)
                return text.Beginning(start + within);
            start += slice.Length;
            if (start == text.Length)
                return text;
            if (tokens <= 0)
                return text[..start];
        }

        return "";
    }

    private static int CountAll(string text)
    {
        var tokens = 0;
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var slice = NextSlice(rest);
            tokens += Encoding.CountTokens(slice);
            rest = rest[slice.Length..];
        }

        return tokens;
    }

    /// <summary>Up to a space: the encoder's time grows with the square of a word's length.</summary>
    private static ReadOnlySpan<char> NextSlice(ReadOnlySpan<char> rest)
    {
        if (rest.Length <= Slice)
            return rest;

        var space = rest[..Slice].LastIndexOf(' ');
        return rest[..(space > 0 ? space : rest.EndWithin(Slice))];
    }

    private sealed record Counted(UInt128 Key, int Tokens);
}
