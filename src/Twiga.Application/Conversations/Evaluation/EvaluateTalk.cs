using FluentValidation;
using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Application.Tools;
using Twiga.Domain.Curriculum;
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

internal sealed class EvaluateTalkHandler(
    ISchoolClasses classes, Answering answering, ILanguageModels models, TimeProvider clock)
    : IRequestHandler<EvaluateTalk, TalkEvaluation>
{
    // nobody: what the tools look up about her is empty, and nothing is saved
    private static readonly TeacherId Nobody = TeacherId.From(0);

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
            var score = await TryAsync(scenario, [.. scenario.Classes.Select(c => known[c])], cancellationToken);
            scores.Add(request.WithJudge ? await JudgeAsync(scenario, score, cancellationToken) : score);
        }

        return new TalkEvaluation.Measured(scores);
    }

    private async Task<TalkScore> TryAsync(
        TalkScenario scenario, IReadOnlyList<SchoolClass> hers, CancellationToken cancellationToken)
    {
        var teacher = Teacher.Active(scenario.Name, scenario.Language, hers.Select(c => c.Id), clock.GetUtcNow());
        var turn = new TurnMemory(Nobody, scenario.Language, hers, Briefing.ForTools(models.Limits));
        using var tally = TokenTally.Start();
        var began = clock.GetTimestamp();
        var answer = await answering.AnswerAsync(teacher, scenario.Before, scenario.Say, turn, cancellationToken);
        var seconds = clock.GetElapsedTime(began).TotalSeconds;
        var reply = ReplyWriter.Write(answer, turn, tally);
        return new TalkScore(
            scenario.Id, scenario.Kind, scenario.Language, scenario.NeedsWits, TalkRules.Faults(scenario, reply, turn), null,
            null, reply.Text, reply.By.PromptVersion, reply.By.Model, tally.Input + tally.Output, seconds);
    }

    private async Task<TalkScore> JudgeAsync(TalkScenario scenario, TalkScore score, CancellationToken cancellationToken)
    {
        var verdict = await models.For("judge").AskAsync<TalkVerdict>(
            TalkVerdict.Request(scenario, score.Answer), TalkVerdict.Tokens, cancellationToken);
        return score with { Grade = Math.Clamp(verdict.Grade, 1, 5), Judgement = verdict.Reason };
    }
}
