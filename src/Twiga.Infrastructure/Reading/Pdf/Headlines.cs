using System.Text.RegularExpressions;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Tells which lines are headings, and of which level: named in the outline, or set like those that are.</summary>
internal sealed partial class Headlines
{
    private readonly Dictionary<(string Font, double Size), int> _levels;
    private readonly (string Font, double Size) _body;

    public Headlines(IReadOnlyList<Line> lines, IReadOnlyDictionary<Line, int> named)
    {
        var texts = lines.Where(l => !l.IsTable && !l.IsFormula).ToList();
        _body = texts.GroupBy(Look).OrderByDescending(g => g.Sum(l => l.Text.Length)).FirstOrDefault()?.Key ?? ("", 10);
        _levels = named.Count >= 2 ? Learned(named) : Guessed(texts);
    }

    public double BodySize => _body.Size;

    /// <returns>1 for a chapter, 2 for a section, 3 for what is below; null for text.</returns>
    public int? Level(Line line)
    {
        if (!LooksApart(line))
            return null;
        return _levels.TryGetValue(Look(line), out var level) ? level : 3;
    }

    private static (string Font, double Size) Look(Line line) => (line.Font, Math.Round(line.Size * 2) / 2);

    private static Dictionary<(string, double), int> Learned(IReadOnlyDictionary<Line, int> named) => named
        .Where(n => n.Key.Text.Any(char.IsLetter))
        .GroupBy(n => Look(n.Key))
        .ToDictionary(g => g.Key, g => g.CountBy(n => n.Value).MaxBy(c => c.Value).Key);

    /// <summary>By the words that chapters begin with and by the numbers of sections; else by size alone.</summary>
    private Dictionary<(string, double), int> Guessed(List<Line> lines)
    {
        var looks = lines.Where(LooksApart).GroupBy(Look).OrderByDescending(g => g.Key.Size)
            .Where(g => g.Any(l => l.Text.Any(char.IsLetter))).ToList();
        var chapter = looks.Find(g => g.Any(l => ChapterWord().IsMatch(l.Text)));
        var section = looks.Find(g => g.Count(l => SectionNumber().IsMatch(l.Text)) >= 2 && g != chapter);
        chapter ??= looks.Find(g => g != section && g.Count() >= 2 && (section is null || g.Key.Size > section.Key.Size));
        section ??= looks.Find(g => chapter is not null && g.Key.Size < chapter.Key.Size);
        var levels = new Dictionary<(string, double), int>();
        foreach (var look in looks)
        {
            levels[look.Key] = chapter is not null && look.Key == chapter.Key ? 1 : section is not null && look.Key == section.Key ? 2 : 3;
            if (chapter is not null && look.Key.Size > chapter.Key.Size && look.All(l => Number().IsMatch(l.Text) || ChapterWord().IsMatch(l.Text)))
                levels[look.Key] = 1;
        }

        return levels;
    }

    private bool LooksApart(Line line) =>
        !line.IsTable && !line.IsFormula && line.Text.Length < 160 && !line.HasDot
        && (line.Size >= 1.15 * _body.Size
            || (line.IsBold && line.Size > 0.99 * _body.Size && Family(line.Font) != Family(_body.Font))
            || (line.IsBold && ExerciseWord().IsMatch(line.Text)));

    private static string Family(string font)
    {
        var name = font[(font.IndexOf('+') + 1)..];
        var end = name.IndexOfAny(['-', ',']);
        return end < 0 ? name : name[..end];
    }

    [GeneratedRegex(@"^(chapter|unit|topic|sura|mada)\b(\s+ya)?\s+\w+", RegexOptions.IgnoreCase)]
    private static partial Regex ChapterWord();

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}\.?\s+\p{L}")]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"^\d{1,2}$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(exercises?|revision|review questions?|activity|zoezi|mazoezi|maswali|jipime)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ExerciseWord();
}
