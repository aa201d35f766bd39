namespace Twiga.Application.Documents;

/// <summary>Characters that stand for themselves, and what they are to their neighbours.</summary>
internal static class LatexCharacters
{
    public static MathNode Read(char c, LatexReader reader)
    {
        var length = char.IsHighSurrogate(c) && char.IsLowSurrogate(reader.After) ? 2 : 1;
        var text = length == 2 ? new string([c, reader.After]) : c.ToString();
        reader.At += length;
        return c switch
        {
            '-' => new MathNode.Symbol("−", MathKind.Binary),
            '*' => new MathNode.Symbol("×", MathKind.Binary),
            '~' => new MathNode.Symbol(" ", MathKind.Space),
            '`' => new MathNode.Symbol("‘", MathKind.Ordinary),
            _ => new MathNode.Symbol(text, Kind(c)),
        };
    }

    private static MathKind Kind(char c) => c switch
    {
        '+' or '−' or '×' or '÷' or '±' or '·' or '∪' or '∩' => MathKind.Binary,
        '=' or '<' or '>' or '≤' or '≥' or '≠' or '≈' or '→' or '⇌' or '∈' or '⊂' or '≡' or '⇒' => MathKind.Relation,
        '(' or '[' => MathKind.Opening,
        ')' or ']' or '!' or '°' => MathKind.Closing,
        '|' => MathKind.Bar,
        ',' or ';' => MathKind.Punctuation,
        '/' or ':' => MathKind.Slash,
        _ when char.IsDigit(c) => MathKind.Number,
        _ when char.IsLetter(c) => MathKind.Letter,
        _ => MathKind.Ordinary,
    };
}
