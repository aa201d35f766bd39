namespace Twiga.Domain.Equations;

/// <summary>The few words that stand in equations and answers: or, and, no solution, all real numbers.</summary>
internal static class AnswerWords
{
    private static readonly string[] None =
        ["no solution", "no real solution", "no real root", "no root", "hakuna jibu", "haina jibu", "hakuna suluhisho"];

    private static readonly string[] All =
        ["all real", "every real", "infinitely many", "any real", "namba zote halisi", "true for all", "identity"];

    private static readonly string[] Joints = ["or", "and", "au", "na", "where", "for", "if", "", ","];

    private static readonly string[] Tables =
        ["cases", "aligned", "align", "align*", "array", "gathered", "{l}", "{ll}", "{lr}", "{rl}"];

    /// <summary>Plain words: a phrase that is known, to the end of the line; anything else is not understood.</summary>
    public static bool Read(string text, int start, ref int i, List<Token> tokens)
    {
        var line = text.IndexOfAny(['\n', '\\', '$'], start);
        line = line < 0 ? text.Length : line;
        var phrase = text[start..line].ToLowerInvariant();
        if (Meaning(phrase) is not { } token)
            return false;

        tokens.Add(token);
        i = line;
        return true;
    }

    /// <summary>What stands in braces after \text, \begin, \end or \mathbb.</summary>
    public static bool Braced(string command, string text, ref int i, List<Token> tokens)
    {
        if (i >= text.Length || text[i] != '{' || text.IndexOf('}', i) is not (> 0 and var end))
            return false;

        var inside = text[(i + 1)..end].Trim().ToLowerInvariant();
        i = end + 1;
        if (command is "begin" or "end")
            return Tables.Contains(inside);
        if (command == "mathbb")
        {
            tokens.Add(new(TokenKind.Words, "all"));
            return inside == "r";
        }

        if (Joints.Contains(inside.Trim('.', ' ')))
        {
            tokens.Add(new(TokenKind.Separator, inside is "or" or "au" ? "or" : inside is "and" or "na" ? "and" : ","));
            return true;
        }

        if (Meaning(inside) is not { } token)
            return false;

        tokens.Add(token);
        return true;
    }

    private static Token? Meaning(string phrase) =>
        None.Any(phrase.Contains) ? new Token(TokenKind.Words, "none")
        : All.Any(phrase.Contains) ? new Token(TokenKind.Words, "all")
        : null;
}
