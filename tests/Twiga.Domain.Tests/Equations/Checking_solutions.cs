using Twiga.Domain.Equations;

namespace Twiga.Domain.Tests.Equations;

[TestFixture]
internal sealed class Checking_solutions
{
    internal static readonly List<(string Equation, string Right, string[] Wrong)> Cases =
    [
        .. File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Equations", "equations.tsv"))
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1], cells[2].Split(" // "))),
        .. Made(),
    ];

    [Test]
    public void Has_four_hundred_equations_to_show_for_it() =>
        Assert.That(Cases, Has.Count.GreaterThanOrEqualTo(400));

    [Test]
    public void Confirms_no_wrong_or_partly_right_one()
    {
        var confirmed =
            from c in Cases
            from wrong in c.Wrong
            where EquationChecker.Check(c.Equation, wrong) is Verdict.Confirmed
            select $"{c.Equation}: {wrong}";

        Assert.That(confirmed, Is.Empty);
    }

    [Test]
    public void Contradicts_no_right_one()
    {
        var contradicted =
            from c in Cases
            let verdict = EquationChecker.Check(c.Equation, c.Right)
            where verdict is Verdict.Contradicted
            select $"{c.Equation}: {c.Right} ({verdict})";

        Assert.That(contradicted, Is.Empty);
    }

    [Test]
    public void Confirms_nearly_every_right_one_and_contradicts_nearly_every_wrong_one()
    {
        var unseen = Cases.Where(c => EquationChecker.Check(c.Equation, c.Right) is not Verdict.Confirmed)
            .Select(c => $"{c.Equation}: {c.Right}").ToList();
        var missed = (
            from c in Cases
            from wrong in c.Wrong
            where EquationChecker.Check(c.Equation, wrong) is not Verdict.Contradicted
            select $"{c.Equation}: {wrong}").ToList();

        Assert.That(unseen, Has.Count.LessThanOrEqualTo(Cases.Count / 50), string.Join("\n", unseen));
        Assert.That(missed, Has.Count.LessThanOrEqualTo(Cases.Count / 50), string.Join("\n", missed));
    }

    [TestCase("\\sin x = \\frac{1}{2}", "x = 30^\\circ + 360^\\circ n")]
    [TestCase("A = \\pi r^2", "r = \\sqrt{\\frac{A}{\\pi}}")]
    [TestCase("Water boils at 100 degrees", "yes")]
    [TestCase("x + 1 = 2", "it is one")]
    [TestCase("", "")]
    [TestCase("2x + y = 3", "x = 1")]
    public void Says_so_where_it_cannot_tell(string equation, string answer) =>
        Assert.That(EquationChecker.Check(equation, answer), Is.TypeOf<Verdict.NotCheckable>());

    [Test]
    public void Says_what_is_wrong()
    {
        Assert.That(
            EquationChecker.Check("x^2 = 9", "x = 3"),
            Is.EqualTo(new Verdict.Contradicted("a solution near x = -3 is missing")));
        Assert.That(
            EquationChecker.Check("3x = 6", "x = 3"), Is.EqualTo(new Verdict.Contradicted("x = 3 does not fit")));
    }

    /// <summary>Equations made backwards from their solutions.</summary>
    private static IEnumerable<(string Equation, string Right, string[] Wrong)> Made()
    {
        var random = new Random(7);
        int Number(int to) => random.Next(1, to) * (random.Next(2) == 0 ? 1 : -1);
        for (var i = 0; i < 80; i++)
        {
            var (a, b, x) = (Number(12), Number(20), Number(15));
            yield return ($"{a}x + {Bracket(b)} = {(a * x) + b}", $"x = {x}", [$"x = {x + 1}", $"x = {-x}"]);
        }

        for (var i = 0; i < 100; i++)
        {
            var (a, p, q) = (Number(4), Number(9), Number(9));
            if (p == q)
                q = p + 1;
            yield return (
                $"{a}x^2 + {Bracket(-a * (p + q))}x + {Bracket(a * p * q)} = 0",
                $"x = {p} \\text{{ or }} x = {q}",
                [$"x = {p}", $"x = {p + 1}, x = {q}", "no solution"]);
        }

        for (var i = 0; i < 80; i++)
        {
            var (a, b, c, d, x, y) = (Number(9), Number(9), Number(9), Number(9), Number(12), Number(12));
            if (a * d == b * c)
                d += c > 0 == b > 0 ? 1 : 2;
            if (a * d == b * c)
                continue;
            yield return (
                $"{a}x + {Bracket(b)}y = {(a * x) + (b * y)}, {c}x + {Bracket(d)}y = {(c * x) + (d * y)}",
                $"x = {x}, y = {y}",
                [$"x = {x + 1}, y = {y}", $"x = {x}, y = {y - 1}"]);
        }

        for (var i = 0; i < 40; i++)
        {
            var (a, b, edge) = (Number(9), Number(20), Number(12));
            var right = a > 0 ? ">" : "<";
            yield return (
                $"{a}x + {Bracket(b)} > {(a * edge) + b}",
                $"x {right} {edge}",
                [$"x {right}= {edge}", $"x {(a > 0 ? "<" : ">")} {edge}"]);
        }
    }

    private static string Bracket(int n) => n < 0 ? $"({n})" : $"{n}";
}
