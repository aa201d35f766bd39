namespace Twiga.Domain.Equations;

/// <summary>Reads terms from tokens; throws where school mathematics has no such thing.</summary>
internal sealed partial class Reader(IReadOnlyList<Token> tokens, int sign = 1)
{
    private const int Deepest = 40;
    private int _at;
    private int _depth;
    private int _bars;

    public Token Here => _at < tokens.Count ? tokens[_at] : new Token(TokenKind.End, "");

    /// <summary>True where a ± was met; it is read with the sign given.</summary>
    public bool HasBothSigns { get; private set; }

    public bool IsAt(string text, TokenKind kind = TokenKind.Sign) => Here.Kind == kind && Here.Text == text;

    public bool Take(string text, TokenKind kind = TokenKind.Sign)
    {
        var there = IsAt(text, kind);
        _at += there ? 1 : 0;
        return there;
    }

    public Token Take() => tokens[_at++];

    public Expression Sum()
    {
        if (++_depth > Deepest)
            throw new FormatException("too deep");

        var sum = Signed() is { } first ? first : Product();
        while (true)
        {
            if (Take("+"))
                sum = new Expression.Sum(sum, Product());
            else if (IsAt("-") || IsAt("pm", TokenKind.Command))
                sum = new Expression.Sum(sum, Signed()!);
            else
                break;
        }

        _depth--;
        return sum;
    }

    private Expression? Signed()
    {
        if (Take("+"))
            return Signed() ?? Product();
        if (Take("-"))
            return Expression.Minus(Signed() ?? Product());
        if (!Take("pm", TokenKind.Command))
            return null;

        HasBothSigns = true;
        return sign > 0 ? Product() : Expression.Minus(Product());
    }

    private Expression Product()
    {
        var product = Raised();
        while (true)
        {
            if (Take("*") || Take("times", TokenKind.Command) || Take("cdot", TokenKind.Command))
                product = new Expression.Product(product, Factor());
            else if (Take("/") || Take("div", TokenKind.Command))
                product = new Expression.Quotient(product, Factor());
            else if (BeginsFactor())
                product = Beside(product, Raised());
            else
                return product;
        }
    }

    /// <summary>A fraction of numbers after a whole number makes a mixed number; all else multiplies.</summary>
    private static Expression Beside(Expression left, Expression right) =>
        left is Expression.Number { Value.IsWhole: true }
        && right is Expression.Quotient { Above: Expression.Number, Below: Expression.Number }
            ? new Expression.Sum(left, right)
            : new Expression.Product(left, right);

    private Expression Factor() => Signed() ?? Raised();

    private bool BeginsFactor() => Here.Kind switch
    {
        TokenKind.Number or TokenKind.Letter => true,
        TokenKind.Command => Here.Text is not ("pm" or "times" or "cdot" or "div" or "circ" or "infty"),
        TokenKind.Sign => Here.Text is "(" or "[" or "{" || (Here.Text == "|" && _bars == 0),
        _ => false,
    };

    private Expression Raised()
    {
        var of = Atom();
        while (true)
        {
            if (IsAt("^") && tokens.Skip(_at + 1).Take(3).Any(t => t is { Kind: TokenKind.Command, Text: "circ" })
                && IsDegrees())
                of = new Expression.Product(of, new Expression.Constant(Math.PI / 180));
            else if (Take("circ", TokenKind.Command))
                of = new Expression.Product(of, new Expression.Constant(Math.PI / 180));
            else if (Take("^"))
                of = new Expression.Power(of, Exponent());
            else
                return of;
        }
    }

    private bool IsDegrees()
    {
        _at++;
        var braced = Take("{");
        var degrees = Take("circ", TokenKind.Command);
        return degrees && (!braced || Take("}")) ? true : throw new FormatException("degrees");
    }

    public Expression Exponent() => Take("{") ? Closed("}") : Signed() ?? Digit() ?? Atom();

    private Expression Closed(string with)
    {
        var bars = _bars;
        _bars = 0;
        var inside = Sum();
        _bars = bars;
        return Take(with) ? inside : throw new FormatException(with);
    }

    private Expression.Number? Digit() => Here.Kind == TokenKind.Number ? Number(Take().Text) : null;

    private Expression Atom()
    {
        if (_at >= tokens.Count || ++_depth > Deepest * 3)
            throw new FormatException("nothing");

        var token = Take();
        Expression atom = token switch
        {
            { Kind: TokenKind.Number } => Number(token.Text),
            { Kind: TokenKind.Letter, Text: "e" } when IsAt("^") => new Expression.Constant(Math.E),
            { Kind: TokenKind.Letter } => Letter(token.Text),
            { Kind: TokenKind.Sign, Text: "(" } => Closed(")"),
            { Kind: TokenKind.Sign, Text: "[" } => Closed("]"),
            { Kind: TokenKind.Sign, Text: "{" } => Closed("}"),
            { Kind: TokenKind.Sign, Text: "|" } => Bars("|"),
            { Kind: TokenKind.Command } => Command(token.Text),
            _ => throw new FormatException(token.Text),
        };
        _depth--;
        return atom;
    }
}
