using System.Diagnostics;
using CsCheck;
using Twiga.Domain.Equations;

namespace Twiga.Domain.Tests.Equations;

/// <summary>Whatever a model writes as an equation and its solution, the checker comes to an end, and soon.</summary>
internal sealed class Checking_anything
{
    private const string Seed = "0000000000b2";
    private const int Patience = 50;

    private static readonly Gen<string> Piece = Gen.OneOf(
        "x", "y", "z", "2", "3.5", "12", "=", "<", "\\le", "+", "-", "^", "{", "}", "(", ")", "\\frac{", "}{", "\\sqrt", "\\log_",
        "\\sin", "\\tan x", "|", ",", " or ", "/", "\\pm", "^2", "^{9}", "^\\circ", "e", "e^", "\\pi", "[", "]", "\\text{", "in", "x^", "9",
        "\\\\", "10", "\\begin{cases}", "\\end{cases}", "&", "\\ln", "0", "999999999", "1e9", "x^{x^{x", ":", "!", "\\infty", "\\cup");

    private static readonly Gen<(string, string)> Texts = Gen.OneOf(
        Gen.Select(Piece.List[0, 24].Select(string.Concat), Piece.List[0, 12].Select(string.Concat)),
        Gen.Select(Gen.String, Gen.String),
        Gen.Select(Spoiled(c => c.Equation), Spoiled(c => c.Right)),
        Gen.Select(Spoiled(c => c.Equation), Spoiled(c => c.Wrong[0])));

    // The same texts in every run; a million others where TWIGA_FUZZ names where they begin (twelve letters and digits).
    [Test]
    public void Comes_to_an_end_soon()
    {
        var seed = Environment.GetEnvironmentVariable("TWIGA_FUZZ");
        foreach (var (equation, right, _) in Checking_solutions.Cases)
            Milliseconds(equation, right);

        var random = PCG.Parse(seed ?? Seed);
        var slowest = (Milliseconds: 0.0, Text: "");
        var samples = seed is null ? 25_000 : 1_000_000;
        for (var sample = 0; sample < samples; sample++)
        {
            var (equation, answer) = Texts.Generate(random, null, out _);
            var took = Milliseconds(equation, answer);
            // the machine may have been at something else: what is slow is slow every time
            for (var again = 0; took > Patience && again < 3; again++)
                took = Math.Min(took, Milliseconds(equation, answer));
            if (took > slowest.Milliseconds)
                slowest = (took, $"{equation} : {answer}");
        }

        TestContext.Out.WriteLine($"{samples} checked, the slowest in {slowest.Milliseconds:0.0} ms: {slowest.Text}");
        Assert.That(slowest.Milliseconds, Is.LessThan(seed is null ? 40 * Patience : Patience), slowest.Text);
    }

    private static double Milliseconds(string equation, string answer)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            _ = EquationChecker.Check(equation, answer);
        }
        catch (Exception fault)
        {
            throw new AssertionException($"«{equation}» «{answer}»: {fault.Message}", fault);
        }

        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>A real one with a few pieces put in, or put in the place of others.</summary>
    private static Gen<string> Spoiled(Func<(string Equation, string Right, string[] Wrong), string> of) =>
        from real in Gen.Int[0, Checking_solutions.Cases.Count - 1].Select(i => of(Checking_solutions.Cases[i]))
        from edits in Gen.Select(Gen.Int[0, real.Length], Gen.Int[0, 3], Piece).Array[0, 4]
        select edits.Aggregate(real, Edited);

    private static string Edited(string text, (int At, int Without, string Piece) edit)
    {
        var at = Math.Min(edit.At, text.Length);
        return text[..at] + edit.Piece + text[Math.Min(at + edit.Without, text.Length)..];
    }
}
