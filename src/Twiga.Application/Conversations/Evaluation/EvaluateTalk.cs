using FluentValidation;
using MediatR;
using Twiga.Application.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>Says each scenario to the configured model, as a teacher would, and judges the answers. Nothing is saved or sent.</summary>
public sealed record EvaluateTalk(string ScenariosPath) : IRequest<TalkEvaluation>
{
    /// <summary>A model also reads the answers: that of the use <c>judge</c>, or the usual one.</summary>
    public bool WithJudge { get; init; }

    public IProgress<IngestStep>? Progress { get; init; }
}

public abstract record TalkEvaluation
{
    private TalkEvaluation()
    {
    }

    public sealed record Measured(IReadOnlyList<TalkScore> Scores) : TalkEvaluation;

    /// <summary>The file cannot be used; each reason names file and line.</summary>
    public sealed record Unusable(IReadOnlyList<string> Reasons) : TalkEvaluation;
}

/// <summary>How an answer was.</summary>
/// <param name="Faults">What the rules found; none is a pass.</param>
/// <param name="Grade">1 (useless or wrong) to 5 (a good colleague's), where a judge read it.</param>
/// <param name="Seconds">From her words to the answer.</param>
public sealed record TalkScore(
    string Id, string Kind, Language Language, bool NeedsWits, IReadOnlyList<string> Faults, int? Grade, string? Judgement,
    string Answer, string Prompt, string Model, int Tokens, double Seconds)
{
    public bool Passed => Faults.Count == 0;
}

internal sealed class EvaluateTalkValidator : AbstractValidator<EvaluateTalk>
{
    public EvaluateTalkValidator() => RuleFor(e => e.ScenariosPath).NotEmpty();
}

internal sealed class EvaluateTalkHandler(ISchoolClasses classes, Rehearsal rehearsal)
    : IRequestHandler<EvaluateTalk, TalkEvaluation>
{
    public async Task<TalkEvaluation> Handle(EvaluateTalk request, CancellationToken cancellationToken)
    {
        var known = (await classes.ListAsync(cancellationToken)).ToDictionary(c => c.English);
        var faults = new List<string>();
        var scenarios = TalkScenarios.Read(request.ScenariosPath, known.Keys.ToHashSet(), faults);
        if (faults.Count > 0)
            return new TalkEvaluation.Unusable(faults);

        var scores = new List<TalkScore>();
        foreach (var scenario in scenarios)
        {
            request.Progress?.Report(new IngestStep(scenario.Id, scores.Count, scenarios.Count));
            var score = await rehearsal.PlayAsync(
                scenario, [.. scenario.Classes.Select(c => known[c])], cancellationToken);
            scores.Add(request.WithJudge ? await rehearsal.JudgeAsync(scenario, score, cancellationToken) : score);
        }

        return new TalkEvaluation.Measured(scores);
    }
}
