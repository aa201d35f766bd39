namespace Twiga.Domain.Equations;

/// <summary>Counts and finds the real roots of a polynomial without a multiple root, by Sturm's theorem.</summary>
internal sealed class RealRoots
{
    private const int Deepest = 200;

    private readonly List<Polynomial> _chain = [];

    public RealRoots(Polynomial once)
    {
        if (once.Degree < 1)
            return;

        _chain.Add(once);
        _chain.Add(once.Slope().Primitive());
        while (_chain[^1].Degree > 0)
            _chain.Add((_chain[^2].DividedBy(_chain[^1]).Left * new Polynomial(-1)).Primitive());
    }

    public int Count => _chain.Count == 0 ? 0 : CountIn(-Bound(), Bound());

    /// <summary>How many roots lie above the first and not above the second number.</summary>
    public int CountIn(Rational above, Rational upTo) =>
        _chain.Count == 0 ? 0 : Changes(above) - Changes(upTo);

    public IReadOnlyList<double> Find()
    {
        var found = new List<double>();
        if (_chain.Count > 0)
            Split((-Bound(), Changes(-Bound())), (Bound(), Changes(Bound())), 0, found);
        return found;
    }

    private static bool IsNarrow(double from, double to) => to - from <= 1e-12 * Math.Max(1, Math.Abs(to));

    private void Split((Rational At, int Changes) low, (Rational At, int Changes) high, int depth, List<double> found)
    {
        var count = low.Changes - high.Changes;
        if (count == 0 || depth > Deepest)
            return;

        var (from, to) = (low.At.ToDouble(), high.At.ToDouble());
        var sign = _chain[0].At(low.At).Sign;
        if (count == 1 && (sign != 0 || IsNarrow(from, to)))
        {
            found.Add(Halve(from, to, sign));
            return;
        }

        var middle = Rational.Of(from + ((to - from) / 2));
        var between = (middle, Changes(middle));
        Split(low, between, depth + 1, found);
        Split(between, high, depth + 1, found);
    }

    /// <summary>The one root above the first and not above the second number, by the sign alone.</summary>
    private double Halve(double from, double to, int signBelow)
    {
        for (var i = 0; i < Deepest && !IsNarrow(from, to); i++)
        {
            var middle = from + ((to - from) / 2);
            var sign = _chain[0].At(Rational.Of(middle)).Sign;
            if (sign == 0)
                return middle;
            (from, to) = sign == signBelow ? (middle, to) : (from, middle);
        }

        return to == Math.Round(to) && _chain[0].At(Rational.Of(to)).IsZero ? to : from + ((to - from) / 2);
    }

    private int Changes(Rational x)
    {
        var (changes, last) = (0, 0);
        foreach (var sign in _chain.Select(p => p.At(x).Sign).Where(s => s != 0))
        {
            if (last != 0 && sign != last)
                changes++;
            last = sign;
        }

        return changes;
    }

    /// <summary>Cauchy: no root is farther from zero. A power of two, so that halving stays exact.</summary>
    private Rational Bound()
    {
        var once = _chain[0];
        var largest = Enumerable.Range(0, once.Degree)
            .Max(i => Math.Abs((once[i] / once[once.Degree]).ToDouble()));
        return Rational.Of(Math.Pow(2, Math.Ceiling(Math.Log2(largest + 2))));
    }
}
