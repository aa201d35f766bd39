using Twiga.Application.Common;
using Twiga.Application.Documents;
using Twiga.Application.Tools;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>Plays a scenario with everything but a teacher: what is made for her is made, and kept nowhere.</summary>
internal sealed class Rehearsal(ILanguageModels models, Toolbox toolbox, ITypesetter typesetter, TimeProvider clock)
{
    private const string JudgeUse = "judge";

    // nobody: what the tools look up about her is empty
    private static readonly TeacherId Nobody = TeacherId.From(0);

    private readonly Answering _answering =
        new(models, toolbox, new ReplyWriter(new ReplyFiles(typesetter, new KeptNowhere(clock), clock)), clock);

    public async Task<TalkScore> PlayAsync(
        TalkScenario scenario, IReadOnlyList<SchoolClass> hers, CancellationToken cancellationToken)
    {
        var teacher = Teacher.Active(scenario.Name, scenario.Language, hers.Select(c => c.Id), clock.GetUtcNow());
        var turn = new TurnMemory(Nobody, scenario.Language, hers, Briefing.ForTools(models.Limits));
        var began = clock.GetTimestamp();
        var reply = await _answering.ReplyAsync(teacher, scenario.Before, scenario.Say, turn, cancellationToken);
        var seconds = clock.GetElapsedTime(began).TotalSeconds;
        return new TalkScore(
            scenario.Id, scenario.Kind, scenario.Language, scenario.NeedsWits, TalkRules.Faults(scenario, reply, turn), null,
            null, reply.Text, reply.By.PromptVersion, reply.By.Model, reply.By.InputTokens + reply.By.OutputTokens, seconds);
    }

    public async Task<TalkScore> JudgeAsync(TalkScenario scenario, TalkScore score, CancellationToken cancellationToken)
    {
        var verdict = await models.For(JudgeUse).AskAsync<TalkVerdict>(
            TalkVerdict.Request(scenario, score.Answer), TalkVerdict.Tokens, cancellationToken);
        return score with { Grade = Math.Clamp(verdict.Grade, 1, 5), Judgement = verdict.Reason };
    }

    private sealed class KeptNowhere(TimeProvider clock) : IFiles
    {
        public Task<KeptFile> KeepAsync(
            TeacherId teacher, string name, string mimeType, byte[] content, CancellationToken cancellationToken) =>
            Task.FromResult(new KeptFile
            {
                TeacherId = teacher, Name = name, MimeType = mimeType, Content = content, CreatedAt = clock.GetUtcNow(),
            });

        public Task<KeptFile?> FindAsync(KeptFileId file, CancellationToken cancellationToken) =>
            Task.FromResult<KeptFile?>(null);
    }
}
