using Twiga.Domain;

namespace Twiga.Application.Common;

/// <summary>Texts cut to a limit with an ellipsis, never inside a surrogate pair.</summary>
internal static class Shortened
{
    public static string Within(this string text, int longest) =>
        text.Length <= longest ? text : text.Beginning(longest - 1).TrimEnd() + "…";
}
