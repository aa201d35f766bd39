namespace Twiga.Domain.Equations;

/// <summary>What an expression comes to when its letters lie in intervals; a point is a narrow interval.</summary>
internal static class Evaluation
{
    public static Interval In(this Expression expression, IReadOnlyDictionary<string, Interval> letters) =>
        expression switch
        {
            Expression.Number n => Interval.Of(n.Value.ToDouble()),
            Expression.Constant c => Interval.Of(c.Value),
            Expression.Letter l => letters.TryGetValue(l.Name, out var given) ? given : Interval.Everything,
            Expression.Sum s => s.Left.In(letters) is { IsNowhere: false } left
                && s.Right.In(letters) is { IsNowhere: false } right ? left + right : Interval.Nowhere,
            Expression.Product p => p.Left.In(letters) * p.Right.In(letters),
            Expression.Quotient q => q.Above.In(letters) / q.Below.In(letters),
            Expression.Power p => Power(p, letters),
            Expression.Root r => Root(r.Degree, r.Of.In(letters)),
            Expression.Call c => Call(c.Function, c.Of.In(letters)),
            _ => Interval.Nowhere,
        };

    public static Interval At(this Expression expression, string letter, Interval value) =>
        expression.In(new Dictionary<string, Interval> { [letter] = value });

    /// <summary>The value where all is known; not a number where it is not defined.</summary>
    public static double Value(this Expression expression) =>
        expression.In(new Dictionary<string, Interval>()).Middle;

    private static Interval Power(Expression.Power power, IReadOnlyDictionary<string, Interval> letters)
    {
        var (of, exponent) = (power.Base.In(letters), power.Exponent.In(letters));
        if (of.IsNowhere || exponent.IsNowhere)
            return Interval.Nowhere;
        if (exponent.Low == exponent.High && exponent.Low == Math.Floor(exponent.Low) && Math.Abs(exponent.Low) <= 1_000)
            return exponent.Low == 0 ? Interval.Of(1) : of.Whole((int)exponent.Low);
        if (power.Exponent is Expression.Quotient { Above: Expression.Number a, Below: Expression.Number b }
            && a.Value.IsWhole && b.Value.IsWhole && b.Value.Above >= 2 && b.Value.Above <= 9
            && a.Value.Above > -20 && a.Value.Above < 20)
        {
            var root = Root((int)b.Value.Above, of);
            return a.Value.IsZero ? Interval.Of(1) : root.Whole((int)a.Value.Above);
        }

        var positive = of.Positive();
        return positive.IsNowhere ? Interval.Nowhere : (exponent * positive.Map(Math.Log)).Map(Math.Exp);
    }

    private static Interval Root(int degree, Interval of) =>
        degree % 2 == 1
            ? of.Map(x => Math.CopySign(Math.Pow(Math.Abs(x), 1.0 / degree), x))
            : of.Positive().Map(x => degree == 2 ? Math.Sqrt(x) : Math.Pow(x, 1.0 / degree));

    private static Interval Call(Function function, Interval of) => function switch
    {
        _ when of.IsNowhere => Interval.Nowhere,
        Function.Sine => of.Sine(),
        Function.Cosine => (of + Interval.Of(Math.PI / 2)).Sine(),
        Function.Tangent => of.Sine() / (of + Interval.Of(Math.PI / 2)).Sine(),
        Function.Absolute => of.Absolute(),
        _ => of.High <= 0 ? Interval.Nowhere : of.Positive().Map(Math.Log),
    };
}
