using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Twiga.Infrastructure.Reading;

/// <summary>Counts the items of a Word document's lists, as Word would print them.</summary>
internal sealed class DocxLists
{
    private readonly Dictionary<int, Dictionary<int, Level>> _lists = [];
    private readonly Dictionary<(int List, int Level), int> _counts = [];

    public DocxLists(MainDocumentPart part)
    {
        if (part.NumberingDefinitionsPart?.Numbering is not { } numbering)
            return;

        var models = numbering.Elements<AbstractNum>()
            .Where(a => a.AbstractNumberId?.Value is not null)
            .DistinctBy(a => a.AbstractNumberId!.Value)
            .ToDictionary(a => a.AbstractNumberId!.Value, a => a.Elements<Level>().ToList());
        foreach (var list in numbering.Elements<NumberingInstance>().Where(n => n.NumberID?.Value is not null))
        {
            _lists[list.NumberID!.Value] = models.GetValueOrDefault(list.AbstractNumId?.Val?.Value ?? -1, [])
                .DistinctBy(l => l.LevelIndex?.Value).ToDictionary(l => l.LevelIndex?.Value ?? 0);
        }
    }

    /// <summary>What stands before the item; empty where the paragraph only goes on with one, null where it is in no list.</summary>
    public (int Level, string Label)? Next(NumberingProperties? numbering)
    {
        if (numbering?.NumberingId?.Val?.Value is not { } list || list == 0)
            return null;

        var level = numbering.NumberingLevelReference?.Val?.Value ?? 0;
        if (!_lists.TryGetValue(list, out var levels) || !levels.TryGetValue(level, out var form))
            return (level, "- ");
        if (string.IsNullOrWhiteSpace(form.LevelText?.Val?.Value))
            return (level, "");
        if (form.NumberingFormat?.Val?.Value is not { } format || format == NumberFormatValues.Bullet)
            return (level, "- ");

        foreach (var deeper in _counts.Keys.Where(k => k.List == list && k.Level > level).ToList())
            _counts.Remove(deeper);
        var count = _counts[(list, level)] = _counts.GetValueOrDefault((list, level), (form.StartNumberingValue?.Val?.Value ?? 1) - 1) + 1;
        return (level, format == NumberFormatValues.LowerLetter && count <= 26 ? $"{(char)('a' + count - 1)}. " : $"{count}. ");
    }
}
