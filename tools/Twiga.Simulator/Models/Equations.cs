using System.Globalization;
using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>Solves linear and quadratic equations in one unknown with whole numbers, as on a blackboard.</summary>
internal static partial class Equations
{
    public const string NotSolvable = "not solvable";

    public static (IReadOnlyList<string> Steps, string Answer) Solve(string text)
    {
        var sides = Bare(text).Replace("{2}", "2", StringComparison.Ordinal).Trim('$', '.', '?').Split('=');
        if (sides is not [var left, var right] || Side(left) is not { } l || Side(right) is not { } r)
            return ([], NotSolvable);
        var name = string.Concat(l.Name + r.Name).Distinct().ToArray();
        if (name.Length != 1)
            return ([], NotSolvable);
        var (a, b, c) = (l.Square - r.Square, l.Linear - r.Linear, l.Free - r.Free);
        return a == 0 ? Linear(text.Trim(), name[0], b, c) : Quadratic(text.Trim(), name[0], a, b, c);
    }

    private static (IReadOnlyList<string>, string) Linear(string given, char x, long b, long c)
    {
        if (b == 0)
            return ([given, $"{c} = 0"], c == 0 ? @"\text{all real numbers}" : @"\text{no solution}");
        var answer = $"{x} = {Fraction(-c, b)}";
        return ([given, $"{Times(b, x)} = {-c}", answer], answer);
    }

    private static (IReadOnlyList<string>, string) Quadratic(string given, char x, long a, long b, long c)
    {
        var (square, under) = ($"{Times(a, x)}^2{Plus(b, x)}{Plus(c)} = 0", (b * b) - (4 * a * c));
        var root = under < 0 ? 0 : (long)Math.Round(Math.Sqrt(under));
        var surd = root * root == under ? $"{root}" : $@"\sqrt{{{under}}}";
        var formula = $@"{x} = \frac{{{-b} \pm {surd}}}{{{2 * a}}}";
        string[] steps = Bare(given) == Bare(square) ? [square, formula] : [given, square, formula];
        if (under < 0)
            return (steps, @"\text{no solution}");
        var (one, other) = root * root == under
            ? (Fraction(-b - root, 2 * a), Fraction(-b + root, 2 * a))
            : ($@"\frac{{{-b} - \sqrt{{{under}}}}}{{{2 * a}}}", $@"\frac{{{-b} + \sqrt{{{under}}}}}{{{2 * a}}}");
        return (steps, one == other ? $"{x} = {one}" : $@"{x} = {one} \text{{ or }} {x} = {other}");
    }

    /// <summary>A sum of terms such as 3x^2, -x and 5; null where there is anything else in it.</summary>
    private static (long Square, long Linear, long Free, string Name)? Side(string text)
    {
        var (square, linear, free, name, read) = (0L, 0L, 0L, "", 0);
        foreach (Match term in Term().Matches(text).Where(match => match.Length > 0))
        {
            if (term.Index != read || (term.Groups["number"].Length == 0 && term.Groups["name"].Length == 0))
                return null;
            read += term.Length;
            var number = term.Groups["number"].Length == 0
                ? 1
                : long.Parse(term.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            number = term.Groups["sign"].Value == "-" ? -number : number;
            if (term.Groups["square"].Success)
                square += number;
            else if (term.Groups["name"].Length > 0)
                linear += number;
            else
                free += number;
            name += term.Groups["name"].Value;
        }

        return read == text.Length && read > 0 ? (square, linear, free, name) : null;
    }

    private static string Fraction(long above, long below)
    {
        (above, below) = below < 0 ? (-above, -below) : (above, below);
        var shared = (long)System.Numerics.BigInteger.GreatestCommonDivisor(above, below);
        (above, below) = (above / shared, below / shared);
        return below == 1 ? $"{above}" : $@"{(above < 0 ? "-" : "")}\frac{{{Math.Abs(above)}}}{{{below}}}";
    }

    private static string Bare(string equation) =>
        equation.Replace("²", "^2", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static string Times(long number, char x) => number switch { 1 => $"{x}", -1 => $"-{x}", _ => $"{number}{x}" };

    private static string Plus(long number, char x) =>
        number == 0 ? "" : number > 0 ? $" + {Times(number, x)}" : $" - {Times(-number, x)}";

    private static string Plus(long number) => number == 0 ? "" : number > 0 ? $" + {number}" : $" - {-number}";

    [GeneratedRegex(@"(?<sign>[+-]?)(?<number>\d{0,9})(?<name>[a-z]?)(?<square>(?<=[a-z])\^2)?")]
    private static partial Regex Term();
}
