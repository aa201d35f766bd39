using System.Collections.Frozen;
using System.Globalization;

namespace Twiga.Application.Onboarding;

/// <summary>Words that stand alone in a message, without slash, courtesy, end marks and letters that nobody sees.</summary>
internal static class LoneWords
{
    private const int Longest = 60;

    private static readonly FrozenSet<string> Courtesy = FrozenSet.ToFrozenSet(
        ["please", "pls", "plz", "kindly", "tafadhali", "tfdhl", "twiga"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Empty where there is more than such a word can be.</summary>
    public static string Of(string? words)
    {
        var seen = new string([.. (words ?? "").Where(IsSeen)]).Trim();
        if (seen.Length > Longest)
            return "";

        var bare = seen.TrimStart('/').TrimEnd('.', '!', '?', '…', ' ')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Courtesy.Contains(word.Trim(',')));
        return string.Join(' ', bare).TrimEnd(',', '.', '!', '?', ' ');
    }

    private static bool IsSeen(char c) => char.GetUnicodeCategory(c) != UnicodeCategory.Format;
}
