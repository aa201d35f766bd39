namespace Twiga.Application.Conversations;

/// <summary>Where a part ends and the next begins, and the signs that close and open what the cut goes through.</summary>
internal readonly record struct Cut(int At, int Next, string Close, string Reopen);

/// <summary>How well a place bears a cut, best first.</summary>
internal enum CutQuality : byte
{
    Paragraph,
    Line,
    Sentence,
    Word,

    /// <summary>Between the lines of a code block.</summary>
    CodeLine,

    /// <summary>Between words that belong together: in code, in a formula, beside an operator.</summary>
    TightWord,

    /// <summary>Between two characters as a reader counts them.</summary>
    Character,

    /// <summary>Between the parts of one character.</summary>
    Torn,
    Never,
}
