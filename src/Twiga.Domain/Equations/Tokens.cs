namespace Twiga.Domain.Equations;

/// <summary>Cuts school LaTeX, and what people type instead of it, into tokens.</summary>
internal static class Tokens
{
    private const int LongestNumber = 12;

    private static readonly HashSet<string> Ignored =
    [
        "left", "right", "displaystyle", "quad", "qquad", "big", "Big", "bigg", "Bigg", "therefore", "implies",
        "Rightarrow", "limits", "mathrm", "mathbf", "boxed", "textstyle",
    ];

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["or"] = "or", ["and"] = "and", ["au"] = "or", ["na"] = "and", ["where"] = ",", ["for"] = ",", ["pi"] = "\\pi",
        ["sqrt"] = "\\sqrt", ["sin"] = "\\sin", ["cos"] = "\\cos", ["tan"] = "\\tan", ["log"] = "\\log",
        ["ln"] = "\\ln", ["lg"] = "\\log", ["abs"] = "\\abs", ["theta"] = "\\theta",
    };

    private static readonly Dictionary<string, string> Relations = new()
    {
        ["le"] = "<=", ["leq"] = "<=", ["leqslant"] = "<=", ["ge"] = ">=", ["geq"] = ">=", ["geqslant"] = ">=",
        ["lt"] = "<", ["gt"] = ">", ["ne"] = "!=", ["neq"] = "!=", ["approx"] = "=",
    };

    public static List<Token>? Of(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            if (Next(text, ref i, tokens) is false)
                return null;
        }

        return tokens;
    }

    private static bool Next(string text, ref int i, List<Token> tokens)
    {
        var c = text[i];
        if (char.IsAsciiDigit(c) || (c == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            return Number(text, ref i, tokens);
        if (c == '\\')
            return Command(text, ref i, tokens);
        if (char.IsAsciiLetter(c))
            return Letters(text, ref i, tokens);

        i++;
        if (c == '\n')
            tokens.Add(new(TokenKind.Separator, ","));
        if (char.IsWhiteSpace(c) || c is '$' or '~' or '&')
            return true;

        if ("<>".Contains(c) && i < text.Length && text[i] == '=')
        {
            i++;
            tokens.Add(new(TokenKind.Relation, c + "="));
            return true;
        }

        Token? token = c switch
        {
            '=' or '<' or '>' => new(TokenKind.Relation, c.ToString()),
            '≈' => new(TokenKind.Relation, "="),
            '≤' => new(TokenKind.Relation, "<="),
            '≥' => new(TokenKind.Relation, ">="),
            '≠' => new(TokenKind.Relation, "!="),
            '∈' => new(TokenKind.Relation, "in"),
            ',' or ';' => new(TokenKind.Separator, ","),
            '−' or '–' => new(TokenKind.Sign, "-"),
            '×' or '·' or '∗' => new(TokenKind.Sign, "*"),
            '÷' => new(TokenKind.Sign, "/"),
            '±' => new(TokenKind.Command, "pm"),
            'π' => new(TokenKind.Command, "pi"),
            '√' => new(TokenKind.Command, "sqrt"),
            '°' => new(TokenKind.Command, "circ"),
            '∞' => new(TokenKind.Command, "infty"),
            'θ' => new(TokenKind.Letter, "theta"),
            '∅' => new(TokenKind.Words, "none"),
            'ℝ' => new(TokenKind.Words, "all"),
            '∪' => new(TokenKind.Separator, "or"),
            '+' or '-' or '*' or '/' or '^' or '_' or '(' or ')' or '[' or ']' or '{' or '}' or '|' =>
                new(TokenKind.Sign, c.ToString()),
            _ => null,
        };
        var raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c);
        if (raised >= 0)
        {
            tokens.Add(new(TokenKind.Sign, "^"));
            token = new(TokenKind.Number, raised.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (token is { } found)
            tokens.Add(found);
        return token is not null;
    }

    private static bool Number(string text, ref int i, List<Token> tokens)
    {
        var start = i;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || IsPoint(text, start, i)))
            i++;
        tokens.Add(new(TokenKind.Number, text[start..i]));
        return i - start <= LongestNumber;
    }

    private static bool IsPoint(string text, int start, int i) =>
        text[i] == '.' && !text[start..i].Contains('.') && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);

    private static bool Letters(string text, ref int i, List<Token> tokens)
    {
        var start = i;
        while (i < text.Length && char.IsAsciiLetter(text[i]))
            i++;
        var word = text[start..i];
        if (word.Length > 1 && Words.TryGetValue(word, out var meaning))
        {
            tokens.Add(meaning[0] == '\\'
                ? meaning == "\\theta" ? new(TokenKind.Letter, "theta") : new(TokenKind.Command, meaning[1..])
                : new(TokenKind.Separator, meaning));
            return true;
        }

        if (word.Length > 1 && AnswerWords.Read(text, start, ref i, tokens))
            return true;
        if (word.Length > 3)
            return false;

        tokens.AddRange(word.Select(c => new Token(TokenKind.Letter, c.ToString())));
        return true;
    }

    private static bool Command(string text, ref int i, List<Token> tokens)
    {
        var start = ++i;
        while (i < text.Length && char.IsAsciiLetter(text[i]))
            i++;
        var name = text[start..i];
        if (name.Length == 0)
        {
            var sign = i < text.Length ? text[i++] : ' ';
            if (sign is '\\')
                tokens.Add(new(TokenKind.Separator, ","));
            else if (sign is '{' or '}' or '|')
                tokens.Add(new(TokenKind.Sign, sign.ToString()));
            return sign is '\\' or '{' or '}' or '|' or ',' or ';' or ':' or '!' or ' ';
        }

        if (name is "text" or "begin" or "end" or "mathbb")
            return AnswerWords.Braced(name, text, ref i, tokens);
        if (Relations.TryGetValue(name, out var relation))
            tokens.Add(new(TokenKind.Relation, relation));
        else if (name is "in")
            tokens.Add(new(TokenKind.Relation, "in"));
        else if (name is "lor" or "vee" or "cup")
            tokens.Add(new(TokenKind.Separator, "or"));
        else if (name is "land" or "wedge")
            tokens.Add(new(TokenKind.Separator, "and"));
        else if (name is "emptyset" or "varnothing")
            tokens.Add(new(TokenKind.Words, "none"));
        else if (name is "theta" or "alpha" or "beta" or "phi" or "lambda")
            tokens.Add(new(TokenKind.Letter, name));
        else if (!Ignored.Contains(name))
            tokens.Add(new(TokenKind.Command, name));
        return true;
    }
}
