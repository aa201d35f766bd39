namespace Twiga.Domain.Equations;

/// <summary>Checks equations in two or three unknowns: linear ones exactly, others by putting one into the other.</summary>
internal static class Simultaneous
{
    public static Verdict Check(Problem problem, Claim claim)
    {
        var points = claim is Claim.Points p ? p.All : [];
        foreach (var point in points)
        {
            if (problem.Statements.Any(s => !Fits(s, point)))
            {
                return new Verdict.Contradicted(
                    $"{string.Join(", ", point.Select(v => $"{v.Key} = {v.Value.Number:0.####}"))} does not fit");
            }
        }

        return (Solutions(problem), claim) switch
        {
            (null, _) => new Verdict.NotCheckable(),
            (int.MaxValue, Claim.Everything) => new Verdict.Confirmed(),
            (int.MaxValue, Claim.Nothing) => new Verdict.Contradicted("there are solutions"),
            (int.MaxValue, _) => new Verdict.NotCheckable(),
            (_, Claim.Everything) => new Verdict.Contradicted("not every point solves them"),
            var (count, _) => Distinct(points) == count
                ? new Verdict.Confirmed()
                : new Verdict.Contradicted($"there are {count} solutions"),
        };
    }

    private static bool Fits(Statement statement, IReadOnlyDictionary<string, Value> point)
    {
        var range = point.ToDictionary(v => v.Key, v => v.Value.Range);
        return statement.Difference.In(range).Contains(0) && !statement.Difference.In(range).IsNowhere;
    }

    private static int Distinct(IReadOnlyList<IReadOnlyDictionary<string, Value>> points)
    {
        var kept = new List<IReadOnlyDictionary<string, Value>>();
        foreach (var point in points)
        {
            if (!kept.Exists(k => k.All(v => Math.Abs(v.Value.Number - point[v.Key].Number) < 1e-6)))
                kept.Add(point);
        }

        return kept.Count;
    }

    /// <summary>How many there are; all of a line counts as endless, null is not known.</summary>
    private static int? Solutions(Problem problem)
    {
        if (LinearRows.Of(problem) is { } rows)
            return rows.Solutions();
        if (problem is not { Letters.Count: 2, Statements.Count: 2 })
            return null;

        foreach (var (first, second) in new[] { (0, 1), (1, 0) })
        {
            var (linear, other) = (problem.Statements[first], problem.Statements[second]);
            foreach (var letter in problem.Letters)
            {
                var rest = problem.Letters.First(l => l != letter);
                if (LinearRows.Solved(linear, letter, rest) is { } value
                    && Fraction.From(other.Difference.With(letter, value), rest) is { Above.IsZero: false } fraction)
                    return new RealRoots(fraction.Above.RootsOnceWithout(fraction.DividedBy)).Count;
            }
        }

        return null;
    }
}
