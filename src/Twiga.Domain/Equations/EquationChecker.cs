namespace Twiga.Domain.Equations;

/// <summary>What a check of a solution came to.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Every solution fits and none is missing.</summary>
    public sealed record Confirmed : Verdict;

    /// <summary>Something does not fit, or is missing.</summary>
    public sealed record Contradicted(string Why) : Verdict;

    /// <summary>The program cannot tell.</summary>
    public sealed record NotCheckable : Verdict;
}

/// <summary>
/// Checks solutions of school equations and inequalities: exactly for polynomials, fractions of them and linear
/// systems, by interval arithmetic for roots, powers, logarithms, sines and absolute values.
/// </summary>
public static class EquationChecker
{
    private const int LongestText = 400;

    /// <param name="equation">What was to be solved, in LaTeX: one equation or inequality, or a system of equations.</param>
    /// <param name="answer">What is said to solve it, such as <c>x = 2 or x = 3</c>.</param>
    public static Verdict Check(string equation, string answer)
    {
        if (equation.Length > LongestText || answer.Length > LongestText
            || Problem.Read(equation) is not { } problem || ClaimReader.Read(answer, problem) is not { } claim)
            return new Verdict.NotCheckable();

        try
        {
            return problem switch
            {
                { IsInequality: true, Letters.Count: 1 } => Inequality.Check(problem, claim),
                { Statements.Count: 1, Letters.Count: 1 } => OneUnknown.Check(problem, claim),
                { Letters.Count: 2 or 3, Statements.Count: 2 or 3, IsInequality: false } =>
                    Simultaneous.Check(problem, claim),
                _ => new Verdict.NotCheckable(),
            };
        }
        catch (DivideByZeroException)
        {
            return new Verdict.NotCheckable();
        }
    }
}
