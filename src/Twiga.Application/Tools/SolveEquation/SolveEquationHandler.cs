using MediatR;
using Microsoft.Extensions.AI;
using Twiga.Application.Common;
using Twiga.Domain.Equations;

namespace Twiga.Application.Tools;

internal sealed class SolveEquationHandler(ILanguageModels models, TurnContext turn)
    : IRequestHandler<SolveEquation, Solution>
{
    private const int OutputTokens = 2_000;

    private static readonly Prompt Prompt = Prompt.Load("Tools.Prompts", "solve_equation-1");

    public async Task<Solution> Handle(SolveEquation request, CancellationToken cancellationToken)
    {
        var reasoning = request.Concise ? "" : ", followed by a comma and the reason in \\text{…}";
        List<ChatMessage> messages =
        [
            new(ChatRole.System, Prompt.With(("reasoning", reasoning))),
            new(ChatRole.User, request.Equation),
        ];
        var model = models.For("solve_equation");
        var worked = await model.AskAsync<WorkedEquation>(messages, OutputTokens, cancellationToken);
        var verdict = EquationChecker.Check(request.Equation, worked.Answer);
        if (verdict is Verdict.Contradicted wrong)
        {
            messages.Add(new(ChatRole.User, $"The program put your answer in: {wrong.Why}. Solve it again."));
            worked = await model.AskAsync<WorkedEquation>(messages, OutputTokens, cancellationToken);
            verdict = EquationChecker.Check(request.Equation, worked.Answer);
        }

        if (verdict is not Verdict.Confirmed)
            turn.Remark(new ToolTexts(turn.Language).Unconfirmed);
        return new Solution(worked.Steps, worked.Answer, Said(verdict));
    }

    private static string Said(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "the result is right.",
        Verdict.Contradicted wrong =>
            $"THE RESULT IS WRONG ({wrong.Why}). Show the steps only as an attempt, and do not call the result right.",
        _ => "the result could not be checked. Say so.",
    };
}

/// <summary>What the model works out.</summary>
internal sealed record WorkedEquation(IReadOnlyList<string> Steps, string Answer);
