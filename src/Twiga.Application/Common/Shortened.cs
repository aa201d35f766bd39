namespace Twiga.Application.Common;

/// <summary>Texts cut to a limit with an ellipsis, never inside a surrogate pair.</summary>
internal static class Shortened
{
    public static string Within(this string text, int longest)
    {
        if (text.Length <= longest)
            return text;

        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }
}
