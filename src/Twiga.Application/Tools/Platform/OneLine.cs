namespace Twiga.Application.Tools;

/// <summary>What a model gives as one thing, on one line.</summary>
internal static class OneLine
{
    public static string Of(string words) =>
        string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
