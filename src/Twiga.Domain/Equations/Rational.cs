using System.Numerics;

namespace Twiga.Domain.Equations;

/// <summary>An exact fraction in lowest terms.</summary>
internal readonly record struct Rational
{
    private readonly BigInteger _below;

    public Rational(BigInteger above, BigInteger below)
    {
        var common = BigInteger.GreatestCommonDivisor(above, below) * (below.Sign < 0 ? -1 : 1);
        (Above, _below) = (above / common, (below / common) - 1);
    }

    public static Rational Zero { get; } = new(0, 1);

    public static Rational One { get; } = new(1, 1);

    public BigInteger Above { get; }

    // Stored less one, so that the default value is zero.
    public BigInteger Below => _below + 1;

    public bool IsZero => Above.IsZero;

    public bool IsWhole => Below.IsOne;

    public int Sign => Above.Sign;

    public static implicit operator Rational(int whole) => new(whole, 1);

    public static Rational operator +(Rational a, Rational b) =>
        new((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a.Above, a.Below);

    public static Rational operator *(Rational a, Rational b) => new(a.Above * b.Above, a.Below * b.Below);

    public static Rational operator /(Rational a, Rational b) => new(a.Above * b.Below, a.Below * b.Above);

    /// <summary>The double itself, exactly.</summary>
    public static Rational Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFFL;
        mantissa = exponent == 0 ? mantissa << 1 : mantissa | 0x10000000000000L;
        var whole = new BigInteger(bits < 0 ? -mantissa : mantissa);
        exponent -= 1075;
        return exponent >= 0
            ? new Rational(whole << exponent, 1)
            : new Rational(whole, BigInteger.One << -exponent);
    }

    public double ToDouble()
    {
        var shift = (int)Math.Max(Above.GetBitLength(), Below.GetBitLength()) - 900;
        return shift > 0
            ? (double)(Above >> shift) / (double)BigInteger.Max(Below >> shift, 1)
            : (double)Above / (double)Below;
    }
}
