namespace Twiga.Domain.Equations;

/// <summary>Checks the solutions of one equation with one unknown: each must fit, and none may be missing.</summary>
internal static class OneUnknown
{
    private const double Far = 1_000;

    // Beyond it powers are as good as zero or endless, and nobody asks for such exponents at school.
    private const double FarForExponents = 60;

    public static Verdict Check(Problem problem, Claim claim)
    {
        var (equation, letter) = (problem.Statements[0], problem.Letters[0]);
        var fraction = Fraction.From(equation.Difference, letter);
        if (fraction is { Above.IsZero: true })
            return claim is Claim.Everything ? new Verdict.Confirmed() : new Verdict.Contradicted("every number solves it");
        if (claim is Claim.Everything)
            return fraction is null ? new Verdict.NotCheckable() : new Verdict.Contradicted("not every number solves it");

        var values = claim is Claim.Points points ? points.All.Select(p => p[letter]).ToList() : [];
        var roots = fraction is null
            ? Searched(problem, equation, letter)
            : (Exact(fraction, problem.Within), IsComplete: true);
        return Compare(values, roots.Item1, roots.IsComplete, equation, letter, problem.Within);
    }

    private static List<double> Exact(Fraction fraction, Interval within)
    {
        var once = fraction.Above.RootsOnceWithout(fraction.DividedBy);
        return [.. new RealRoots(once).Find().Where(r => IsWithin(r, within))];
    }

    private static (List<double>, bool IsComplete) Searched(Problem problem, Statement equation, string letter)
    {
        var within = problem.Within;
        var isBounded = double.IsFinite(within.Low) && double.IsFinite(within.High);
        var isPeriodic = equation.Difference.All().OfType<Expression.Call>()
            .Any(c => c.Function is Function.Sine or Function.Cosine or Function.Tangent && c.Letters().Any());
        if (isPeriodic && !isBounded)
            return ([], false);

        var slack = isBounded ? 1e-6 : 0;
        var far = equation.Difference.All().OfType<Expression.Power>().Any(p => p.Exponent.Letters().Any())
            ? FarForExponents
            : Far;
        var (roots, complete, _) = RootSearch.Find(
            equation,
            letter,
            new Interval(Math.Max(within.Low, -far) - slack, Math.Min(within.High, far) + slack));
        return ([.. roots], complete);
    }

    private static Verdict Compare(
        List<Value> values, List<double> roots, bool isComplete, Statement equation, string letter, Interval within)
    {
        if (values.Find(v => !Fits(v, equation, letter) || !IsWithin(v.Number, within)) is { } wrong)
            return new Verdict.Contradicted($"{letter} = {wrong.Number:0.####} does not fit");
        if (roots.FindIndex(r => !values.Exists(v => Is(v, r))) is >= 0 and var missing)
            return new Verdict.Contradicted($"a solution near {letter} = {roots[missing]:0.####} is missing");
        if (!isComplete)
            return new Verdict.NotCheckable();

        return values.TrueForAll(v => roots.Exists(r => Is(v, r))) ? new Verdict.Confirmed() : new Verdict.NotCheckable();
    }

    private static bool Is(Value value, double root) =>
        value.Range.Contains(root) || Math.Abs(value.Number - root) <= 1e-6 * (1 + Math.Abs(root));

    private static bool IsWithin(double x, Interval within) =>
        x >= within.Low - (1e-9 * (1 + Math.Abs(x))) && x <= within.High + (1e-9 * (1 + Math.Abs(x)));

    /// <summary>The sides agree somewhere in the claimed range, and are defined there.</summary>
    private static bool Fits(Value value, Statement equation, string letter)
    {
        if (value.Exact is { } exact && Fraction.From(equation.Difference, letter) is { } fraction && !value.IsRounded)
            return fraction.Above.At(exact).IsZero && !fraction.DividedBy.At(exact).IsZero;

        var at = equation.Difference.At(letter, Interval.Of(value.Number));
        var range = equation.Difference.At(letter, value.Range);
        return !at.IsNowhere && range.Contains(0) && (value.IsRounded || IsClose(equation, letter, value.Number));
    }

    private static bool IsClose(Statement equation, string letter, double x)
    {
        var (left, right) = (
            equation.Left.At(letter, Interval.Of(x)).Middle, equation.Right.At(letter, Interval.Of(x)).Middle);
        return Math.Abs(left - right) <= 1e-6 * (1 + Math.Abs(left) + Math.Abs(right));
    }
}
