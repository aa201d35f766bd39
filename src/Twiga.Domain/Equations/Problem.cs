namespace Twiga.Domain.Equations;

/// <summary>What is to be solved: equations or inequalities, and where the unknown may lie.</summary>
internal sealed record Problem(
    IReadOnlyList<Statement> Statements, IReadOnlyList<string> Letters, Interval Within, bool IsInDegrees)
{
    public bool IsInequality => Statements.All(s => s.Relation != Relation.Equal);

    public static Problem? Read(string text)
    {
        if (Tokens.Of(text) is not { } tokens || tokens.Any(t => t.Kind == TokenKind.Words))
            return null;

        var all = new List<Statement>();
        foreach (var part in Parts.Of(tokens))
        {
            if (Parts.Chain(part.Tokens) is not { } chain)
                return null;
            all.AddRange(chain.Statements);
        }

        var equations = all.Where(s => s.Relation == Relation.Equal).ToList();
        var (asked, bounds) = equations.Count == 0 ? (all, []) : (equations, all.Except(equations).ToList());
        var letters = asked.SelectMany(s => s.Left.Letters().Concat(s.Right.Letters())).Distinct().Order().ToList();
        if (asked.Count == 0 || letters.Count == 0)
            return null;

        var within = Interval.Everything;
        foreach (var bound in bounds)
        {
            if (letters.Count != 1 || Narrowed(within, bound, letters[0]) is not { } narrowed)
                return null;
            within = narrowed;
        }

        return new(asked, letters, within, tokens.Any(t => t is { Kind: TokenKind.Command, Text: "circ" }));
    }

    private static Interval? Narrowed(Interval within, Statement bound, string letter)
    {
        var (of, value, isUpper) = bound.Left is Expression.Letter
            ? (bound.Left, bound.Right, bound.Relation is Relation.Less or Relation.LessOrEqual)
            : (bound.Right, bound.Left, bound.Relation is Relation.Greater or Relation.GreaterOrEqual);
        if (of is not Expression.Letter named || named.Name != letter || value.Letters().Any())
            return null;

        var edge = value.Value();
        return isUpper
            ? within with { High = Math.Min(within.High, edge) }
            : within with { Low = Math.Max(within.Low, edge) };
    }
}
