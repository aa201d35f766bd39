using System.Collections.Frozen;
using Twiga.Application.Common;
using Twiga.Application.Tools;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>What the model answered, by which prompt and model; no words where it found none.</summary>
internal sealed record Answer(string Words, string PromptVersion, string Model);

/// <summary>Gets an answer out of the model and has it written again where it breaks a rule.</summary>
internal sealed class Answering(ILanguageModels models, Toolbox toolbox, ReplyWriter writer, TimeProvider clock)
{
    public const string Use = "converse";

    private static readonly Prompt Prompt = Prompt.Load("Conversations.Prompts", "converse-2");
    private static readonly FrozenSet<ulong> PromptRuns = AnswerFaults.RunsOf(Prompt.Template).ToFrozenSet();

    public async Task<Reply> ReplyAsync(
        Teacher teacher,
        IReadOnlyList<Exchange> talk,
        string question,
        TurnMemory turn,
        CancellationToken cancellationToken)
    {
        if (await writer.AsDocumentAsync(question, talk, turn.Teacher, turn.Language, cancellationToken) is { } document)
            return document;

        using var tally = TokenTally.Start();
        var answer = await AnswerAsync(teacher, talk, question, turn, cancellationToken);
        return await writer.WriteAsync(answer, question, turn, tally, cancellationToken);
    }

    private async Task<Answer> AnswerAsync(
        Teacher teacher,
        IReadOnlyList<Exchange> talk,
        string question,
        TurnMemory turn,
        CancellationToken cancellationToken)
    {
        var tools = toolbox.For(turn);
        var rules = Briefing.Rules(Prompt, teacher, turn, clock.GetUtcNow());
        var model = await ModelTalk.StartAsync(
            models.For(Use),
            Briefing.Messages(rules, talk, Briefing.Asked(question, turn), tools, models.Limits),
            tools,
            models.Limits.MaxToolRounds,
            cancellationToken);

        var guarded = new Guarded(toolbox.Names, PromptRuns);
        var faults = AnswerFaults.In(model, question, turn, guarded);
        if (faults.Count > 0)
        {
            await model.AskAgainAsync(
                "(From the program, not from the teacher.) Write your last answer to her again, whole, with its passage "
                + $"numbers and nothing about this request. {string.Join(" ", faults)}",
                cancellationToken);
        }

        return new Answer(Final(model, question, turn, guarded), Prompt.Version, model.Model);
    }

    /// <summary>What still is not as it should be goes, or is told to her.</summary>
    private static string Final(ModelTalk model, string question, TurnMemory turn, Guarded guarded)
    {
        var words = model.Answer;
        if (AnswerFaults.Leaks(words, guarded))
            words = AnswerFaults.WithoutLeaks(words, guarded);
        var texts = new ConversationTexts(turn.Language);
        var remarks = new List<string>();
        if (AnswerFaults.ClaimsWhatIsNotSo(words, turn))
            remarks.Add(texts.NothingWasSent);
        if (NamedPages.AreInvented(words, model.Read))
            remarks.Add(texts.PagesNotFound);
        if (AnswerFaults.IsInTheWrongLanguage(words, question, turn))
            remarks.Add(texts.OnlyInEnglish);
        return string.Join("\n\n", remarks.Prepend(words));
    }
}
