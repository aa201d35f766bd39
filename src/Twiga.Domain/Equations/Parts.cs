namespace Twiga.Domain.Equations;

/// <summary>A piece between separators, and the separator before it.</summary>
internal sealed record Part(string Joint, IReadOnlyList<Token> Tokens);

/// <summary>Two sides or more with relations between them, such as 2 &lt; x ≤ 5.</summary>
internal sealed record Chain(IReadOnlyList<Expression> Sides, IReadOnlyList<Statement> Statements, bool HasBothSigns);

internal static class Parts
{
    /// <summary>The pieces between separators that stand in no bracket; empty ones are left out.</summary>
    public static IEnumerable<Part> Of(IReadOnlyList<Token> tokens)
    {
        var (depth, joint, piece) = (0, ",", new List<Token>());
        foreach (var token in tokens)
        {
            depth += token is { Kind: TokenKind.Sign, Text: "(" or "[" or "{" } ? 1
                : token is { Kind: TokenKind.Sign, Text: ")" or "]" or "}" } ? -1 : 0;
            if (token.Kind != TokenKind.Separator || depth > 0)
            {
                piece.Add(token);
                continue;
            }

            if (piece.Count > 0)
                yield return new(joint, piece);
            (joint, piece) = (token.Text == "," && piece.Count == 0 ? joint : token.Text, []);
        }

        if (piece.Count > 0)
            yield return new(joint, piece);
    }

    /// <summary>The sides and statements of a piece, or null where it cannot be read.</summary>
    public static Chain? Chain(IReadOnlyList<Token> tokens, int sign = 1)
    {
        try
        {
            var reader = new Reader(tokens, sign);
            var sides = new List<Expression> { reader.Sum() };
            var statements = new List<Statement>();
            while (reader.Here.Kind == TokenKind.Relation)
            {
                var relation = reader.Take().Text;
                sides.Add(reader.Sum());
                if (relation is "!=" or "in")
                    return new([], [], false);
                statements.Add(new(sides[^2], Named(relation), sides[^1]));
            }

            return reader.Here.Kind == TokenKind.End ? new(sides, statements, reader.HasBothSigns) : null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static Relation Named(string relation) => relation switch
    {
        "=" => Relation.Equal,
        "<" => Relation.Less,
        "<=" => Relation.LessOrEqual,
        ">" => Relation.Greater,
        ">=" => Relation.GreaterOrEqual,
        _ => throw new FormatException(relation),
    };
}
