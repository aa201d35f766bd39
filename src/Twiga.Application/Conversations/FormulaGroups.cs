using System.Buffers;

namespace Twiga.Application.Conversations;

/// <summary>The formulas of an answer that need a picture, those together that no words part.</summary>
internal static class FormulaGroups
{
    private const int PicturesAtMost = 3;
    private const int FormulasAtMost = 12;
    private static readonly SearchValues<char> Between = SearchValues.Create(" \n.,;:=→⇒∴");

    public static IReadOnlyList<IReadOnlyList<string>> Of(FormattedText text)
    {
        var groups = new List<List<string>>();
        var end = 0;
        foreach (var formula in text.NeedPicture)
        {
            var (start, length) = formula.Place.GetOffsetAndLength(text.Text.Length);
            if (groups.Count == 0 || text.Text.AsSpan(end, Math.Max(start - end, 0)).ContainsAnyExcept(Between))
                groups.Add([]);
            if (!groups[^1].Contains(formula.Latex))
                groups[^1].Add(formula.Latex);
            end = start + length;
        }

        return groups.Count <= PicturesAtMost && groups.All(g => g.Count <= FormulasAtMost)
            ? groups
            : [.. groups.SelectMany(g => g).Distinct().Chunk(FormulasAtMost).Take(PicturesAtMost)];
    }
}
