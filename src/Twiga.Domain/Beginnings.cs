namespace Twiga.Domain;

/// <summary>Texts cut at a number of characters, never inside a surrogate pair.</summary>
public static class Beginnings
{
    public static string Beginning(this string text, int longest) => text[..text.EndWithin(longest)];

    /// <summary>Where the beginning ends that has so many characters at most.</summary>
    public static int EndWithin(this ReadOnlySpan<char> text, int longest) =>
        longest >= text.Length ? text.Length
        : longest <= 0 ? 0
        : char.IsHighSurrogate(text[longest - 1]) ? longest - 1
        : longest;

    public static int EndWithin(this string text, int longest) => text.AsSpan().EndWithin(longest);
}
