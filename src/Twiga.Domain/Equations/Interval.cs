namespace Twiga.Domain.Equations;

/// <summary>All values that something can take; empty where it is defined nowhere.</summary>
internal readonly record struct Interval(double Low, double High, bool IsPartial = false)
{
    private const double Slack = 4e-16;

    public static Interval Nowhere { get; } = new(double.NaN, double.NaN, true);

    public static Interval Everything { get; } = new(double.NegativeInfinity, double.PositiveInfinity, true);

    public bool IsNowhere => double.IsNaN(Low) || double.IsNaN(High);

    public double Middle => Low + ((High - Low) / 2);

    public double Width => High - Low;

    public static Interval Of(double value) => new(value, value);

    public bool Contains(double value) => Low <= value && value <= High;

    public static Interval operator +(Interval a, Interval b) =>
        Wide(a.Low + b.Low, a.High + b.High, a.IsPartial || b.IsPartial);

    public static Interval operator *(Interval a, Interval b)
    {
        double[] ends = [Times(a.Low, b.Low), Times(a.Low, b.High), Times(a.High, b.Low), Times(a.High, b.High)];
        return a.IsNowhere || b.IsNowhere ? Nowhere : Wide(ends.Min(), ends.Max(), a.IsPartial || b.IsPartial);
    }

    public static Interval operator /(Interval a, Interval b)
    {
        if (a.IsNowhere || b.IsNowhere || (b.Low == 0 && b.High == 0))
            return Nowhere;

        return b.Contains(0) ? Everything : a * Wide(1 / b.High, 1 / b.Low, b.IsPartial);
    }

    public Interval Map(Func<double, double> rising) =>
        IsNowhere ? Nowhere : Wide(rising(Low), rising(High), IsPartial);

    public Interval Absolute() =>
        Low >= 0 ? this : High <= 0 ? new(-High, -Low, IsPartial) : new(0, Math.Max(-Low, High), IsPartial);

    public Interval Whole(int exponent)
    {
        if (IsNowhere)
            return Nowhere;
        if (exponent < 0)
            return Of(1) / Whole(-exponent);
        if (exponent % 2 == 1)
            return Map(x => Math.Pow(x, exponent));

        return Absolute().Map(x => Math.Pow(x, exponent));
    }

    /// <summary>Only the part from zero up; what is below is undefined.</summary>
    public Interval Positive() =>
        IsNowhere || High < 0 ? Nowhere : Low >= 0 ? this : new(0, High, true);

    public Interval Sine()
    {
        if (IsNowhere)
            return Nowhere;
        if (!double.IsFinite(Low) || !double.IsFinite(High) || Width >= 2 * Math.PI)
            return new(-1, 1, IsPartial);

        var (low, high) = (Math.Min(Math.Sin(Low), Math.Sin(High)), Math.Max(Math.Sin(Low), Math.Sin(High)));
        if (Passes(Math.PI / 2))
            high = 1;
        if (Passes(-Math.PI / 2))
            low = -1;
        return Wide(low, high, IsPartial);
    }

    private bool Passes(double top) =>
        Math.Floor((High - top) / (2 * Math.PI)) > Math.Floor((Low - top) / (2 * Math.PI)) - (Low == top ? 1 : 0);

    private static double Times(double a, double b) => a == 0 || b == 0 ? 0 : a * b;

    private static Interval Wide(double low, double high, bool partial) =>
        double.IsNaN(low) || double.IsNaN(high)
            ? Everything
            : new(low - (Math.Abs(low) * Slack), high + (Math.Abs(high) * Slack), partial);
}
