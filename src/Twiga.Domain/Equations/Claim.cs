namespace Twiga.Domain.Equations;

/// <summary>What somebody says the solution is.</summary>
internal abstract record Claim
{
    private Claim()
    {
    }

    public sealed record Nothing : Claim;

    public sealed record Everything : Claim;

    /// <summary>Values of the letters; one letter has one value in each.</summary>
    public sealed record Points(IReadOnlyList<IReadOnlyDictionary<string, Value>> All) : Claim;

    /// <summary>Stretches of the number line, any of which may hold.</summary>
    public sealed record Stretches(IReadOnlyList<Stretch> All) : Claim;
}

internal readonly record struct Stretch(double Low, bool HasLow, double High, bool HasHigh)
{
    public static Stretch All { get; } = new(double.NegativeInfinity, false, double.PositiveInfinity, false);

    public Stretch And(Stretch other) => new(
        Math.Max(Low, other.Low),
        Low > other.Low ? HasLow : other.Low > Low ? other.HasLow : HasLow && other.HasLow,
        Math.Min(High, other.High),
        High < other.High ? HasHigh : other.High < High ? other.HasHigh : HasHigh && other.HasHigh);

    public bool Holds(double x) => (x > Low || (HasLow && x == Low)) && (x < High || (HasHigh && x == High));
}

/// <summary>A number that is claimed: where it lies, narrow where exact and as wide as its rounding where not.</summary>
internal sealed record Value(double Number, Interval Range, Rational? Exact)
{
    private const int FiguresOfARoundedNumber = 3;

    public bool IsRounded => Range.Width > 1e-7 * (1 + Math.Abs(Number));

    public static Value? Of(Expression expression)
    {
        if (expression.Letters().Any())
            return null;

        var number = expression.Value();
        var exact = Fraction.From(expression, "") is { Above.Degree: <= 0, Below.Degree: 0 } f ? f.Above[0] / f.Below[0] : (Rational?)null;
        var around = Around(expression).Value;
        var slack = 1e-9 * (1 + Math.Abs(number));
        return double.IsFinite(number)
            ? new(number, new Interval(Math.Min(around.Low, number - slack), Math.Max(around.High, number + slack)), exact)
            : null;
    }

    /// <summary>A decimal of three figures or two places may have been rounded; a shorter one means what it says.</summary>
    private static Lazy<Interval> Around(Expression expression)
    {
        var decimals = expression.All().OfType<Expression.Number>().Where(MayBeRounded).ToList();
        if (decimals.Count != 1)
            return new(() => expression.In(new Dictionary<string, Interval>()));

        var half = 0.501 * Math.Pow(10, -decimals[0].Places);
        var number = decimals[0].Value.ToDouble();
        var open = Replace(expression, decimals[0]);
        return new(() => open.At("?", new Interval(number - half, number + half)));
    }

    private static bool MayBeRounded(Expression.Number number) =>
        number.Places >= 2
        || (number.Places == 1 && System.Numerics.BigInteger.Abs(number.Value.Above) * 10 / number.Value.Below
            >= System.Numerics.BigInteger.Pow(10, FiguresOfARoundedNumber - 1));

    private static Expression Replace(Expression expression, Expression.Number number) => expression switch
    {
        Expression.Number n => ReferenceEquals(n, number) ? new Expression.Letter("?") : n,
        Expression.Sum s => new Expression.Sum(Replace(s.Left, number), Replace(s.Right, number)),
        Expression.Product p => new Expression.Product(Replace(p.Left, number), Replace(p.Right, number)),
        Expression.Quotient q => new Expression.Quotient(Replace(q.Above, number), Replace(q.Below, number)),
        Expression.Power p => new Expression.Power(Replace(p.Base, number), Replace(p.Exponent, number)),
        Expression.Root r => r with { Of = Replace(r.Of, number) },
        Expression.Call c => c with { Of = Replace(c.Of, number) },
        _ => expression,
    };
}
