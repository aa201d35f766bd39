using System.Globalization;
using System.Numerics;

namespace Twiga.Domain.Equations;

/// <summary>Letters, numbers, and what a command or a bar begins.</summary>
internal sealed partial class Reader
{
    /// <summary>x_1 and x_2 are names for values of x.</summary>
    private Expression.Letter Letter(string name)
    {
        if (Take("_"))
            _ = Exponent();
        return new Expression.Letter(name);
    }

    private Expression.Call Bars(string with)
    {
        _bars++;
        var inside = Sum();
        _bars--;
        if (!Take(with) && !Take("rvert", TokenKind.Command))
            throw new FormatException("bars");
        return new Expression.Call(Function.Absolute, inside);
    }

    private Expression Command(string name) => name switch
    {
        "frac" or "dfrac" or "tfrac" or "cfrac" => new Expression.Quotient(Argument(), Argument()),
        "sqrt" => Root(),
        "pi" => new Expression.Constant(Math.PI),
        "ln" => Applied(of => new Expression.Call(Function.NaturalLogarithm, of)),
        "log" or "lg" => Logarithm(),
        "sin" => Applied(of => new Expression.Call(Function.Sine, of)),
        "cos" => Applied(of => new Expression.Call(Function.Cosine, of)),
        "tan" => Applied(of => new Expression.Call(Function.Tangent, of)),
        "abs" => new Expression.Call(Function.Absolute, Atom()),
        "lvert" => Bars("|"),
        _ => throw new FormatException(name),
    };

    /// <summary>\frac12 is a half: an argument without braces is one digit.</summary>
    private Expression Argument() => Take("{") ? Closed("}") : Digit() ?? Atom();

    private Expression.Root Root()
    {
        var degree = 2;
        if (Take("["))
        {
            degree = Here.Kind == TokenKind.Number && int.TryParse(Take().Text, out var given) ? given : 0;
            if (!Take("]") || degree is < 2 or > 9)
                throw new FormatException("root");
        }

        return new Expression.Root(degree, Argument());
    }

    private Expression Logarithm()
    {
        var to = Take("_") ? Exponent() : new Expression.Number(10);
        return Applied(of => new Expression.Quotient(
            new Expression.Call(Function.NaturalLogarithm, of), new Expression.Call(Function.NaturalLogarithm, to)));
    }

    /// <summary>sin² x is the square of the sine; sin 2x takes all that is multiplied, sin (x) y only the bracket.</summary>
    private Expression Applied(Func<Expression, Expression> function)
    {
        var exponent = Take("^") ? Exponent() : null;
        if (exponent is Expression.Product)
            throw new FormatException("inverse");

        var bracketed = IsAt("(") || IsAt("[") || IsAt("{");
        var of = Raised();
        while (!bracketed && Here.Kind is TokenKind.Number or TokenKind.Letter)
            of = new Expression.Product(of, Raised());
        if (!bracketed && Take("pi", TokenKind.Command))
            of = new Expression.Product(of, new Expression.Constant(Math.PI));
        return exponent is null ? function(of) : new Expression.Power(function(of), exponent);
    }

    private static Expression.Number Number(string text)
    {
        var point = text.IndexOf('.');
        var digits = BigInteger.Parse(text.Replace(".", ""), CultureInfo.InvariantCulture);
        return point < 0
            ? new Expression.Number(new Rational(digits, 1))
            : new Expression.Number(
                new Rational(digits, BigInteger.Pow(10, text.Length - point - 1)), text.Length - point - 1);
    }
}
