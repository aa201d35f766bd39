namespace Twiga.Domain.Equations;

/// <summary>Reads an answer to a problem; null where it is no answer that can be checked.</summary>
internal static class ClaimReader
{
    public static Claim? Read(string text, Problem problem)
    {
        if (Tokens.Of(text) is not { Count: > 0 } tokens)
            return null;
        if (tokens.Find(t => t.Kind == TokenKind.Words) is { Kind: TokenKind.Words } words)
            return words.Text == "none" ? new Claim.Nothing() : new Claim.Everything();

        var parts = Parts.Of(tokens).ToList();
        return problem.IsInequality ? Stretches(parts, problem.Letters) : Points(parts, problem.Letters);
    }

    private static Claim.Points? Points(List<Part> parts, IReadOnlyList<string> letters)
    {
        var all = new List<Dictionary<string, Value>>();
        foreach (var part in parts.SelectMany(p => Unwrapped(p, letters)))
        {
            if (Bracketed(part, letters) is { } point)
                all.Add(point);
            else if (!Add(part, letters, all))
                return null;
        }

        return all.Count > 0 && all.TrueForAll(p => p.Count == letters.Count) ? new(all) : null;
    }

    /// <summary>The pieces inside { } of a set, and what follows "x ∈" or "(x, y) =".</summary>
    private static IEnumerable<IReadOnlyList<Token>> Unwrapped(Part part, IReadOnlyList<string> letters)
    {
        var tokens = part.Tokens;
        var relation = tokens.ToList().FindIndex(t => t.Kind == TokenKind.Relation);
        var isNamed = relation > 0 && tokens.Take(relation).Count(t => t.Kind == TokenKind.Letter) == letters.Count
            && tokens.Take(relation).All(t => t.Kind is TokenKind.Letter or TokenKind.Sign or TokenKind.Separator);
        var rest = isNamed ? tokens.Skip(relation + 1).ToList() : tokens;
        if (rest is [{ Text: "{" }, .., { Text: "}" }])
            return Parts.Of([.. rest.Skip(1).SkipLast(1)]).Select(p => p.Tokens);

        return isNamed && letters.Count > 1 ? [rest] : [tokens];
    }

    private static Dictionary<string, Value>? Bracketed(IReadOnlyList<Token> tokens, IReadOnlyList<string> letters)
    {
        if (letters.Count < 2 || tokens is not [{ Text: "(" }, .., { Text: ")" }])
            return null;

        var values = Parts.Of([.. tokens.Skip(1).SkipLast(1)])
            .Select(p => Parts.Chain(p.Tokens) is { Sides: [var side] } ? Value.Of(side) : null)
            .ToList();
        return values.Count == letters.Count && !values.Contains(null)
            ? letters.Zip(values).ToDictionary(p => p.First, p => p.Second!)
            : null;
    }

    /// <summary>"x = 2", "2", "x = ±3": one value, or two.</summary>
    private static bool Add(IReadOnlyList<Token> tokens, IReadOnlyList<string> letters, List<Dictionary<string, Value>> all)
    {
        foreach (var sign in new[] { 1, -1 })
        {
            if (Parts.Chain(tokens, sign) is not { } chain)
                return false;
            if (chain.Sides.Count == 0 || chain.Statements.Any(s => s.Relation != Relation.Equal))
                return true;

            var named = chain.Sides.OfType<Expression.Letter>().FirstOrDefault(l => letters.Contains(l.Name));
            var letter = named?.Name ?? (letters.Count == 1 ? letters[0] : null);
            var side = chain.Sides.FirstOrDefault(s => !s.Letters().Any());
            if (letter is null || side is null || Value.Of(side) is not { } value)
                return false;

            if (all.Count == 0 || all[^1].ContainsKey(letter))
                all.Add([]);
            all[^1][letter] = value;
            if (!chain.HasBothSigns)
                break;
        }

        return true;
    }

    private static Claim.Stretches? Stretches(List<Part> parts, IReadOnlyList<string> letters)
    {
        if (letters.Count != 1)
            return null;

        var all = new List<Stretch>();
        foreach (var part in parts)
        {
            if (StretchReader.Read([.. part.Tokens], letters[0]) is not { } stretch)
                return null;

            if (all.Count == 0 || part.Joint == "or")
                all.Add(stretch);
            else if (part.Joint == "and")
                all[^1] = all[^1].And(stretch);
            else
                return null;
        }

        return all.Count > 0 ? new(all) : null;
    }
}
