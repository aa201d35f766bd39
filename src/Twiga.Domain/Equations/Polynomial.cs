using System.Numerics;

namespace Twiga.Domain.Equations;

/// <summary>A polynomial in one letter with exact coefficients, the constant first.</summary>
internal sealed class Polynomial
{
    public const int HighestDegree = 12;

    public static Polynomial One { get; } = new(1);

    private readonly Rational[] _terms;

    public Polynomial(params IEnumerable<Rational> terms)
    {
        var all = terms.ToList();
        while (all.Count > 0 && all[^1].IsZero)
            all.RemoveAt(all.Count - 1);
        _terms = [.. all];
    }

    public int Degree => _terms.Length - 1;

    public bool IsZero => _terms.Length == 0;

    public Rational this[int power] => power < _terms.Length ? _terms[power] : Rational.Zero;

    public static Polynomial operator +(Polynomial a, Polynomial b) =>
        new(Enumerable.Range(0, Math.Max(a._terms.Length, b._terms.Length)).Select(i => a[i] + b[i]));

    public static Polynomial operator -(Polynomial a, Polynomial b) => a + (b * new Polynomial(-1));

    public static Polynomial operator *(Polynomial a, Polynomial b)
    {
        if (a.IsZero || b.IsZero)
            return new();

        var terms = new Rational[a._terms.Length + b._terms.Length - 1];
        for (var i = 0; i < a._terms.Length; i++)
        {
            for (var j = 0; j < b._terms.Length; j++)
                terms[i + j] += a._terms[i] * b._terms[j];
        }

        return new(terms);
    }

    public Rational At(Rational x) => _terms.Reverse().Aggregate(Rational.Zero, (sum, term) => (sum * x) + term);

    public Polynomial Slope() => new(_terms.Skip(1).Select((t, i) => t * (i + 1)));

    public (Polynomial Whole, Polynomial Left) DividedBy(Polynomial by)
    {
        var rest = (Rational[])_terms.Clone();
        var whole = new Rational[Math.Max(0, Degree - by.Degree + 1)];
        for (var i = whole.Length - 1; i >= 0; i--)
        {
            whole[i] = rest[i + by.Degree] / by._terms[^1];
            for (var j = 0; j <= by.Degree; j++)
                rest[i + j] -= whole[i] * by._terms[j];
        }

        return (new(whole), new(rest));
    }

    public Polynomial CommonWith(Polynomial other)
    {
        var (a, b) = (this, other);
        while (!b.IsZero)
            (a, b) = (b, a.DividedBy(b).Left.Primitive());
        return a;
    }

    /// <summary>Each root once, and none that the other has too.</summary>
    public Polynomial RootsOnceWithout(Polynomial other)
    {
        if (Degree < 1)
            return this;

        var once = DividedBy(CommonWith(Slope())).Whole.Primitive();
        var shared = once.CommonWith(other);
        return shared.Degree > 0 ? once.DividedBy(shared).Whole.Primitive() : once;
    }

    /// <summary>The same but for a positive factor, with small whole coefficients.</summary>
    public Polynomial Primitive()
    {
        if (IsZero)
            return this;

        var below = _terms.Aggregate(BigInteger.One, (m, t) => m * t.Below / BigInteger.GreatestCommonDivisor(m, t.Below));
        var whole = _terms.Select(t => t.Above * (below / t.Below)).ToArray();
        var common = whole.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        return new(whole.Select(w => new Rational(w / common, 1)));
    }
}
