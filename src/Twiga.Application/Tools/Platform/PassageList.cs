using Twiga.Application.Common;
using Twiga.Application.Curriculum;

namespace Twiga.Application.Tools;

/// <summary>Passages as the model reads them: a number, where it stands, and the text.</summary>
internal static class PassageList
{
    private const int TokensOfPlace = 40;

    /// <summary>The best passages that fit, at least one.</summary>
    public static IEnumerable<FoundPassage> Fitting(IReadOnlyList<FoundPassage> bestFirst, int tokens)
    {
        foreach (var passage in bestFirst)
        {
            var needed = Tokens.Count(passage.Text) + TokensOfPlace;
            if (needed > tokens && passage != bestFirst[0])
                yield break;

            tokens -= needed;
            yield return passage;
        }
    }

    public static string Write(IEnumerable<NumberedPassage> passages) =>
        string.Join("\n\n", passages.Select(p => $"[{p.Number}] {Place(p.Passage)}\n{p.Passage.Text}"));

    private static string Place(FoundPassage passage)
    {
        List<string> parts = [passage.Title];
        if (passage.ChapterNumber is { } number)
            parts.Add($"Chapter {number} {passage.Chapter}".TrimEnd());
        else if (passage.Chapter is { } chapter)
            parts.Add(chapter);
        if (passage.Section is { } section)
            parts.Add($"section {section}");
        if (passage.PageFrom is { } from)
            parts.Add(passage.PageTo is { } to && to != from ? $"pages {from}-{to}" : $"page {from}");
        return string.Join(", ", parts);
    }
}
