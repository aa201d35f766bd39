using Microsoft.Extensions.AI;
using Twiga.Application.Common;
using Twiga.Domain.Lessons;

namespace Twiga.Application.Lessons;

/// <summary>Has the words of a scheme written, a chapter a call and side by side, and counts what it cost.</summary>
internal sealed class SchemeWriter(ILanguageModels models, IPreparations preparations, IQuotas quotas, TimeProvider clock)
{
    public const string Use = "create_scheme_of_work";

    private const int TokensBeforeRows = 500;
    private const int TokensPerRow = 420;
    private const int PassageTokens = 4_000;

    private static readonly Prompt Prompt = Prompt.Load("Lessons.Prompts", "scheme_of_work-1");

    public async Task WriteAsync(Preparation preparation, SchemeBrief brief, CancellationToken cancellationToken)
    {
        using var tally = TokenTally.Start();
        try
        {
            using var gate = new SemaphoreSlim(models.Limits.ConcurrentCalls);
            var model = new Gated(models.For(Use), gate);
            await Task.WhenAll(preparation.Parts.Where(p => p.Content is null).Select(
                part => MakeAsync(part, preparation.Outline!.Chapters[part.Place], brief, model, cancellationToken)));
            preparation.Finish(clock.GetUtcNow());
        }
        finally
        {
            await quotas.SpendAsync(preparation.TeacherId, (long)tally.Input + tally.Output);
        }
    }

    private async Task MakeAsync(
        PreparedPart part,
        IReadOnlyList<OutlineRow> rows,
        SchemeBrief brief,
        IChatClient model,
        CancellationToken cancellationToken)
    {
        var answer = await model.AskAsync<SchemeDraft, SchemeWords>(
            Messages(rows, brief),
            TokensBeforeRows + (TokensPerRow * rows.Count),
            d => d.Words,
            w => SchemeFaults.In(w, rows, brief.Request.Language),
            cancellationToken);
        part.Content = answer.Sound;
        part.Calls += answer.Calls;
        part.Tokens += answer.Tokens;
        await preparations.KeepAsync(part, cancellationToken);
    }

    private static List<ChatMessage> Messages(IReadOnlyList<OutlineRow> rows, SchemeBrief brief)
    {
        var sections = rows.SelectMany(r => r.Sections).Distinct().ToList();
        var each = PassageTokens / sections.Count;
        var passages = sections.Select((s, at) =>
            $"[{at + 1}] {s.Title}\n{Tokens.Cut(brief.Texts.GetValueOrDefault((s.Chapter, s.Title), ""), each)}");
        var listed = rows.Select((row, at) =>
            $"Row {at + 1}: {string.Join("; ", row.Sections.Select(s => s.Title))} ("
            + $"{(row.Steps > 1 ? $"step {row.Step} of {row.Steps}, " : "")}from "
            + $"{string.Join(", ", row.Sections.Select(s => $"[{sections.IndexOf(s) + 1}]"))})");
        return
        [
            new(ChatRole.System, Prompt.With(
                ("class", brief.Class.English),
                ("subject", brief.Class.Subject(brief.Request.Language)),
                ("language", LanguageNames.ForModel(brief.Request.Language)))),
            new(ChatRole.User, $"Chapter: {rows[0].Chapter}\n\n{string.Join('\n', listed)}\n\n{string.Join("\n\n", passages)}"),
        ];
    }
}
