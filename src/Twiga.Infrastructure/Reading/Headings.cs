using System.Globalization;
using System.Text.RegularExpressions;
using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Reading;

/// <summary>Tells a chapter's number from its title: "Chapter 2: The Cell", "Sura ya 2: Seli", "2 The cell".</summary>
internal static partial class Headings
{
    public static Block Read(string text, int level)
    {
        if (level > 2)
            return new Block(BlockKind.Heading, text);
        if (level == 2)
            return new Block(BlockKind.Section, text);

        var match = Chapter().Match(text);
        return match.Groups["number"].TryInt(out var number) && match.Groups["title"].Length > 0
            ? new Block(BlockKind.Chapter, match.Groups["title"].Value) { Number = number }
            : new Block(BlockKind.Chapter, text);
    }

    public static bool TryInt(this Group group, out int number) =>
        int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(
        @"^((chapter|unit|topic|sura\s+ya|sura|mada\s+ya|mada)\s+)?(?<number>\d{1,2})\s*[:.\-–]?\s+(?<title>.*)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Chapter();
}
