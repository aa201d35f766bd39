namespace Twiga.Domain.Equations;

internal enum TokenKind
{
    Number,
    Letter,
    Command,
    Sign,
    Relation,

    /// <summary>A comma, semicolon, line end, "or", "and".</summary>
    Separator,

    /// <summary>Words that stand for a set: none, all real numbers.</summary>
    Words,
    End,
}

internal readonly record struct Token(TokenKind Kind, string Text);
