using System.Buffers;

namespace Twiga.Application.Conversations;

/// <summary>The formulas of an answer that need a picture, those together that no words part.</summary>
internal static class FormulaGroups
{
    private const int PicturesAtMost = 3;
    private const int FormulasAtMost = 12;
    private static readonly SearchValues<char> Between = SearchValues.Create(" \n.,;:=→⇒∴");

    public static IReadOnlyList<FormulaGroup> Of(FormattedText text)
    {
        var groups = new List<FormulaGroup>();
        foreach (var formula in text.NeedPicture)
        {
            var (start, length) = formula.Place.GetOffsetAndLength(text.Text.Length);
            var begins = groups.Count == 0
                || text.Text.AsSpan(groups[^1].End, Math.Max(start - groups[^1].End, 0)).ContainsAnyExcept(Between);
            var before = begins ? [] : groups[^1].Latex;
            if (!begins)
                groups.RemoveAt(groups.Count - 1);
            groups.Add(new FormulaGroup([.. before.Append(formula.Latex).Distinct()], start + length));
        }

        return groups.Count <= PicturesAtMost && groups.All(g => g.Latex.Count <= FormulasAtMost)
            ? groups
            : [.. groups.SelectMany(g => g.Latex.Select(l => (l, g.End))).DistinctBy(l => l.l).Chunk(FormulasAtMost).Take(PicturesAtMost)
                .Select(c => new FormulaGroup([.. c.Select(l => l.l)], c[^1].End))];
    }
}

/// <summary>Formulas of one picture, and where in the text the last of them ends.</summary>
internal sealed record FormulaGroup(IReadOnlyList<string> Latex, int End);
