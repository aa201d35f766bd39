namespace Twiga.Domain.Equations;

/// <summary>One polynomial over another, with everything it was ever divided by: there it is not defined.</summary>
internal sealed record Fraction(Polynomial Above, Polynomial Below, Polynomial DividedBy)
{
    /// <summary>The expression as a fraction of polynomials in the letter, or null where it is none.</summary>
    public static Fraction? From(Expression expression, string letter) => expression switch
    {
        Expression.Number n => new(new(n.Value), Polynomial.One, Polynomial.One),
        Expression.Letter l when l.Name == letter => new(new(0, 1), Polynomial.One, Polynomial.One),
        Expression.Sum s => Both(s.Left, s.Right, letter, (a, b) => new(
            (a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below, a.DividedBy * b.DividedBy)),
        Expression.Product p => Both(p.Left, p.Right, letter, (a, b) => new(
            a.Above * b.Above, a.Below * b.Below, a.DividedBy * b.DividedBy)),
        Expression.Quotient q => Both(q.Above, q.Below, letter, (a, b) => b.Above.IsZero
            ? null
            : new(a.Above * b.Below, a.Below * b.Above, a.DividedBy * b.DividedBy * b.Above)),
        Expression.Power { Exponent: Expression.Number { Value: { IsWhole: true } n } } p => Power(p.Base, n, letter),
        Expression.Power
        {
            Exponent: Expression.Product
            {
                Left: Expression.Number { Value: { IsWhole: true } a }, Right: Expression.Number { Value: { IsWhole: true } b },
            },
        } p => Power(p.Base, a * b, letter),
        _ => null,
    };

    private static Fraction? Power(Expression of, Rational exponent, string letter)
    {
        if (exponent.Above < -Polynomial.HighestDegree || exponent.Above > Polynomial.HighestDegree
            || From(of, letter) is not { } fraction)
            return null;

        var times = (int)exponent.Above;
        if (Math.Max(fraction.Above.Degree, fraction.DividedBy.Degree) * Math.Abs(times) > Polynomial.HighestDegree)
            return null;

        var raised = Enumerable.Repeat(fraction, Math.Abs(times))
            .Aggregate(new Fraction(Polynomial.One, Polynomial.One, Polynomial.One), (a, b) => new(a.Above * b.Above, a.Below * b.Below, b.DividedBy));
        return times >= 0 ? raised
            : raised.Above.IsZero ? null
            : Small(new(raised.Below, raised.Above, raised.DividedBy * raised.Above));
    }

    private static Fraction? Both(
        Expression left, Expression right, string letter, Func<Fraction, Fraction, Fraction?> join) =>
        From(left, letter) is { } a && From(right, letter) is { } b ? Small(join(a, b)) : null;

    private static Fraction? Small(Fraction? fraction) =>
        fraction is null || Math.Max(fraction.Above.Degree, fraction.DividedBy.Degree) > Polynomial.HighestDegree
            ? null
            : fraction;
}
