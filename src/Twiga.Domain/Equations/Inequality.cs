namespace Twiga.Domain.Equations;

/// <summary>Checks the solution of an inequality: between and at all its edges, truth and claim must agree.</summary>
internal static class Inequality
{
    private const double Far = 60;

    public static Verdict Check(Problem problem, Claim claim)
    {
        var letter = problem.Letters[0];
        if (Edges(problem, letter) is not { } edges)
            return new Verdict.NotCheckable();

        IReadOnlyList<Stretch> claimed = claim switch
        {
            Claim.Everything => [Stretch.All],
            Claim.Stretches s => s.All,
            _ => [],
        };
        var ends = claimed.SelectMany(s => new[] { s.Low, s.High }).Where(double.IsFinite);
        var all = edges.Concat(ends.Where(e => !edges.Exists(x => Near(x, e)))).Order().ToList();
        var snapped = claimed.Select(s => s with { Low = Snap(s.Low, edges), High = Snap(s.High, edges) }).ToList();
        foreach (var x in all.Concat(Between(all)))
        {
            var isEdge = edges.Contains(x);
            if (problem.Statements.All(s => Holds(s, letter, x, isEdge)) != snapped.Exists(s => s.Holds(x)))
                return new Verdict.Contradicted($"it is wrong at {letter} = {x:0.####}");
        }

        return new Verdict.Confirmed();
    }

    /// <summary>Where the truth can change: roots, and numbers for which something is not defined.</summary>
    private static List<double>? Edges(Problem problem, string letter)
    {
        var edges = new List<double>();
        foreach (var statement in problem.Statements)
        {
            if (Fraction.From(statement.Difference, letter) is { } fraction)
            {
                var once = (fraction.Above.IsZero ? fraction.DividedBy : fraction.Above * fraction.DividedBy)
                    .RootsOnceWithout(Polynomial.One);
                edges.AddRange(new RealRoots(once).Find());
                continue;
            }

            var (roots, isComplete, isDefined) = RootSearch.Find(statement, letter, new(-Far, Far));
            if (!isComplete || !isDefined)
                return null;
            edges.AddRange(roots);
        }

        return [.. edges.Distinct()];
    }

    private static bool Holds(Statement statement, string letter, double x, bool isEdge)
    {
        var at = statement.Difference.At(letter, Interval.Of(x));
        if (at.IsNowhere || at.IsPartial || !double.IsFinite(at.Middle) || (isEdge && IsPole(statement, letter, x)))
            return false;

        var slack = 1e-7 * (1 + Math.Abs(statement.Left.At(letter, Interval.Of(x)).Middle));
        return statement.HoldsFor(isEdge && Math.Abs(at.Middle) <= slack ? 0 : Math.Sign(at.Middle));
    }

    private static bool IsPole(Statement statement, string letter, double x) =>
        Fraction.From(statement.Difference, letter) is { DividedBy.Degree: > 0 } fraction
        && new RealRoots(fraction.DividedBy.RootsOnceWithout(Polynomial.One)).Find().Any(p => Near(p, x));

    private static IEnumerable<double> Between(List<double> edges)
    {
        if (edges.Count == 0)
            return [0];

        return edges.Zip(edges.Skip(1), (a, b) => a + ((b - a) * 0.4871))
            .Append(edges[0] - 1.37)
            .Append(edges[^1] + 1.37);
    }

    private static double Snap(double end, List<double> edges) =>
        edges.Exists(e => Near(e, end)) ? edges.Find(e => Near(e, end)) : end;

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-6 * (1 + Math.Abs(a));
}
