using System.Text.RegularExpressions;

namespace Twiga.Infrastructure.Reading.Pdf;

/// <summary>Finds the lines that the entries of an outline stand for.</summary>
internal sealed partial class Named
{
    private const int MostLines = 4;
    private readonly Dictionary<Line, (OutlineEntry Entry, bool IsFirst)> _lines = [];

    public Named(IReadOnlyList<OutlineEntry> entries, IReadOnlyDictionary<int, IReadOnlyList<Line>> pages)
    {
        foreach (var entry in entries)
        {
            var near = new[] { entry.Page, entry.Page + 1, entry.Page - 1 }.Where(pages.ContainsKey);
            if (!near.Any(page => Mark(entry, pages[page])))
                Lost.Add(entry);
        }
    }

    /// <summary>Entries whose words stand nowhere on their page.</summary>
    public List<OutlineEntry> Lost { get; } = [];

    public IReadOnlyDictionary<Line, int> Levels => _lines.ToDictionary(l => l.Key, l => l.Value.Entry.Level);

    /// <returns>The entry that the line begins; no entry where it goes on with one; null where it is none.</returns>
    public (OutlineEntry? Begins, bool GoesOn)? Of(Line line) =>
        _lines.TryGetValue(line, out var found) ? (found.IsFirst ? found.Entry : null, !found.IsFirst) : null;

    private bool Mark(OutlineEntry entry, IReadOnlyList<Line> lines)
    {
        var bare = Outline.Key(Leading().Replace(entry.Title, ""));
        for (var i = 0; i < lines.Count; i++)
        {
            var key = "";
            for (var n = 0; n < MostLines && i + n < lines.Count && key.Length <= entry.Key.Length; n++)
            {
                key += Outline.Key(lines[i + n].Text);
                if (lines[i].IsTable || _lines.ContainsKey(lines[i]) || !(key == entry.Key || (bare.Length > 3 && key == bare)))
                    continue;

                for (var part = i; part <= i + n; part++)
                    _lines[lines[part]] = (entry, part == i);
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^((chapter|unit|topic|sura( ya)?|mada( ya)?)\s+)?\d{0,2}(\.\d{1,2})*\s*[:.–-]?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();
}
