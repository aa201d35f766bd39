using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Twiga.Application.Tools;

/// <summary>Solves an equation with steps; the result is checked by the program.</summary>
[Description(
    "Solve an equation, an inequality or a system of equations, with steps. The result is checked. Use it for every "
    + "equation that has to be solved, also in exercises and marking, instead of working it out yourself.")]
[Progress("I am solving the equation.", "Natafuta jibu la mlinganyo.")]
[TimeLimit(90)]
public sealed record SolveEquation : ITool<Solution>
{
    [Description("The equation in LaTeX, for example 3x + 5 = 20; several equations separated by commas.")]
    [MaxLength(300), MinLength(1)]
    public required string Equation { get; init; }

    [Description("true for the steps only, false for the reason of each step beside it; true where left out.")]
    public bool Concise { get; init; } = true;
}

/// <summary>Steps and result, and what the program's own check says of them.</summary>
public sealed record Solution(IReadOnlyList<string> Steps, string Answer, string Check) : IToolResult
{
    public string ForModel =>
        $"Steps:\n{string.Join("\n", Steps.Select(s => $"- ${s}$"))}\nResult: ${Answer}$\nCheck: {Check}";
}
