namespace Twiga.Domain.Equations;

/// <summary>Looks for every root of any equation in an interval by halving; what interval arithmetic rules out goes.</summary>
internal static class RootSearch
{
    private const int MostWork = 25_000;
    private const double Narrow = 1e-7;
    private const double Steep = 1e4;

    /// <summary>Roots, whether these are surely all of them, and whether both sides are defined all over.</summary>
    public static (IReadOnlyList<double> Roots, bool IsComplete, bool IsDefined) Find(
        Statement statement, string letter, Interval within)
    {
        var left = new Stack<Interval>([within with { IsPartial = false }]);
        var (roots, unclear, defined) = (new List<double>(), new List<double>(), true);
        var steps = MostWork / statement.Difference.All().Count();
        while (left.TryPop(out var here))
        {
            if (--steps < 0)
                return (roots, false, defined);

            var value = statement.Difference.At(letter, here);
            defined &= !value.IsNowhere;
            if (value.IsNowhere || !value.Contains(0))
                continue;

            if (here.Width > Narrow * (1 + Math.Abs(here.Middle)))
            {
                // Not exactly in the middle, or roots at round numbers would always lie on an edge.
                var cut = here.Low + (here.Width * 0.4871);
                left.Push(new(here.Low, cut));
                left.Push(new(cut, here.High));
                continue;
            }

            defined &= !value.IsPartial;
            if (IsRoot(statement, letter, here, value) is not { } isRoot || roots.Exists(r => IsBeside(r, here.Middle)))
                continue;
            (isRoot ? roots : unclear).Add(here.Middle);
        }

        return (roots, unclear.TrueForAll(u => roots.Exists(r => IsBeside(r, u))), defined);
    }

    private static bool IsBeside(double root, double x) => Math.Abs(root - x) <= 20 * Narrow * (1 + Math.Abs(root));

    /// <summary>A change of sign, or as good as equal; null at a pole, where the sign changes without a root.</summary>
    private static bool? IsRoot(Statement statement, string letter, Interval here, Interval value)
    {
        var (from, to) = (At(here.Low), At(here.High));
        if (value.IsPartial && Math.Abs(from) > Steep && Math.Abs(to) > Steep)
            return null;
        if (from * to < 0 && !value.IsPartial)
            return true;

        var size = Math.Abs(statement.Left.At(letter, Interval.Of(here.Middle)).Middle)
            + Math.Abs(statement.Right.At(letter, Interval.Of(here.Middle)).Middle);
        return Math.Abs(At(here.Middle)) <= 1e-12 * size;

        double At(double x) => statement.Difference.At(letter, Interval.Of(x)).Middle;
    }
}
