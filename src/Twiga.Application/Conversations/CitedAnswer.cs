using System.Text.RegularExpressions;
using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>An answer whose markers are settled, and the places they stand for.</summary>
internal sealed partial record CitedAnswer(string Text, IReadOnlyList<CitedPlace> Places, int Unknown)
{
    public IReadOnlyList<CitedPassage> Passages =>
        [.. Places.SelectMany(p => p.Passages.Select(id => new CitedPassage(p.Number, id)))];

    /// <summary>The lines below the answer; empty where it cites nothing.</summary>
    public string Footer(Language language)
    {
        var texts = new ConversationTexts(language);
        return Places.Count == 0
            ? ""
            : $"\n\n{texts.Sources}\n{string.Join("\n", Places.Select(p => $"[{p.Number}] {p.Describe(texts)}"))}";
    }

    /// <summary>An answer as it left, without the lines below it.</summary>
    public static string WithoutFooter(string answer) => Below().Replace(answer, "");

    /// <summary>What a model wrote, without a list of sources of its own at the end: the program writes that.</summary>
    public static string WithoutOwnSources(string answer) => Own().Replace(answer, "");

    [GeneratedRegex(
        @"(?:^|\n)[ \t#*_]*(?:sources?|references|vyanzo|marejeo)[ \t*_]*:?[ \t*_]*:?[ \t*_]*(?:\n+[ \t]*(?:[-*•]|\[\d+\]|\d+[.)])[ \t].*)+\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    [GeneratedRegex(@"\n+(Sources|Vyanzo):(\n\[\d+\] .*)+\s*")]
    private static partial Regex Below();
}

/// <summary>A place in a book: passages of the same chapter and pages share it.</summary>
internal sealed class CitedPlace(int number, FoundPassage first)
{
    public int Number { get; } = number;

    public List<PassageId> Passages { get; } = [];

    public bool IsAt(FoundPassage other) => Key(first) == Key(other);

    public string Describe(ConversationTexts texts)
    {
        List<string> parts = [first.Title];
        if (first.ChapterNumber is { } number)
            parts.Add($"{texts.Chapter(number)} {first.Chapter}".TrimEnd());
        else if (!string.IsNullOrWhiteSpace(first.Chapter))
            parts.Add(first.Chapter);
        if (first.PageFrom is { } from)
            parts.Add(first.PageTo is { } to && to != from ? texts.Pages(from, to) : texts.Page(from));
        else if (first.Section is { } section)
            parts.Add(texts.Section(section));
        return string.Join(", ", parts);
    }

    /// <summary>Without pages, the section tells places apart.</summary>
    private static (ResourceId, int?, string?, int?, int?, string?) Key(FoundPassage p) =>
        (p.ResourceId, p.ChapterNumber, p.Chapter, p.PageFrom, p.PageTo, p.PageFrom is null ? p.Section : null);
}
