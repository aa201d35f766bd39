using Twiga.Domain.Messaging;

namespace Twiga.Application.Conversations;

/// <summary>Text in WhatsApp's markup and the formulas in it.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<Formula> Formulas)
{
    /// <summary>The formulas that a line of text shows badly.</summary>
    public IEnumerable<Formula> NeedPicture => Formulas.Where(f => f.NeedsPicture);

    /// <summary>A part of it, without the empty lines around it.</summary>
    public FormattedText Part(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(Text.Length);
        while (length > 0 && Text[start] == '\n')
            (start, length) = (start + 1, length - 1);
        var end = start + length;
        var inside = Formulas.Where(f => f.Place.Start.Value >= start && f.Place.End.Value <= end);
        return new FormattedText(
            Text[start..end].TrimEnd(),
            [.. inside.Select(f => f with { Place = (f.Place.Start.Value - start)..(f.Place.End.Value - start) })]);
    }

    public IReadOnlyList<string> Split(int limit = Limits.Text) =>
        MessageSplitter.Split(Text, limit, [.. Formulas.Select(f => f.Place)]);
}

/// <summary>A formula as it was written, and the place in the text where it is printed.</summary>
internal sealed record Formula(string Latex, Range Place, bool NeedsPicture);
