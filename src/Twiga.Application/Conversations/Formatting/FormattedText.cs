namespace Twiga.Application.Conversations;

/// <summary>Text in WhatsApp's markup and the formulas in it.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<Formula> Formulas)
{
    /// <summary>The formulas that a line of text shows badly.</summary>
    public IEnumerable<Formula> NeedPicture => Formulas.Where(f => f.NeedsPicture);

    public IReadOnlyList<string> Split(int limit = MessageSplitter.WhatsAppLimit) =>
        MessageSplitter.Split(Text, limit, [.. Formulas.Select(f => f.Place)]);
}

/// <summary>A formula as it was written, and the place in the text where it is printed.</summary>
internal sealed record Formula(string Latex, Range Place, bool NeedsPicture);
