namespace Twiga.Domain.Equations;

/// <summary>Reads "2 &lt; x ≤ 5", "x &gt; 3", "x = 4" and "x ∈ (2, 5]".</summary>
internal static class StretchReader
{
    public static Stretch? Read(Token[] tokens, string letter)
    {
        if (tokens is [{ Kind: TokenKind.Letter }, { Kind: TokenKind.Relation, Text: "in" }, .. var rest])
            return InBrackets(rest);
        if (tokens is [{ Text: "(" or "[" }, .., { Text: ")" or "]" }]
            && Array.Exists(tokens, t => t.Kind == TokenKind.Separator))
            return InBrackets(tokens);
        if (Parts.Chain(tokens) is not { Statements.Count: > 0 } chain)
            return null;

        var stretch = Stretch.All;
        foreach (var statement in chain.Statements)
        {
            if (One(statement, letter) is not { } next)
                return null;
            stretch = stretch.And(next);
        }

        return stretch;
    }

    private static Stretch? One(Statement statement, string letter)
    {
        var isLeft = statement.Left is Expression.Letter l && l.Name == letter;
        var isRight = statement.Right is Expression.Letter r && r.Name == letter;
        if (isLeft == isRight || Value.Of(isLeft ? statement.Right : statement.Left) is not { Number: var edge })
            return null;

        var with = !statement.IsStrict;
        return (statement.Relation, isLeft) switch
        {
            (Relation.Equal, _) => new(edge, true, edge, true),
            (Relation.Less or Relation.LessOrEqual, true) or (Relation.Greater or Relation.GreaterOrEqual, false) =>
                Stretch.All with { High = edge, HasHigh = with },
            _ => Stretch.All with { Low = edge, HasLow = with },
        };
    }

    private static Stretch? InBrackets(Token[] tokens)
    {
        if (tokens is not [{ Text: "(" or "[" } open, .. var inside, { Text: ")" or "]" } close])
            return null;

        var ends = Parts.Of(inside).Select(p => End(p.Tokens)).ToList();
        return ends is [{ } low, { } high] ? new(low, open.Text == "[", high, close.Text == "]") : null;
    }

    private static double? End(IReadOnlyList<Token> tokens) => tokens switch
    {
        [{ Text: "infty" }] or [{ Text: "+" }, { Text: "infty" }] => double.PositiveInfinity,
        [{ Text: "-" }, { Text: "infty" }] => double.NegativeInfinity,
        _ => Parts.Chain(tokens) is { Sides: [var side] } ? Value.Of(side)?.Number : null,
    };
}
