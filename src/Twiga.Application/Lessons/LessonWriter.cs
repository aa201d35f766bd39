using Microsoft.Extensions.AI;
using Twiga.Application.Common;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Lessons;

/// <summary>Has a lesson plan written, checked and repaired, and counts what it cost.</summary>
internal sealed class LessonWriter(ILanguageModels models, IPreparations preparations, IQuotas quotas, TimeProvider clock)
{
    public const string Use = "create_lesson_plan";

    private const int OutputTokens = 2_600;

    private static readonly Prompt Prompt = Prompt.Load("Lessons.Prompts", "lesson_plan-1");

    public async Task WriteAsync(Preparation preparation, LessonBrief brief, CancellationToken cancellationToken)
    {
        using var tally = TokenTally.Start();
        try
        {
            var part = preparation.Parts[0];
            if (part.Content is null)
            {
                var wish = brief.Wish;
                var answer = await models.For(Use).AskAsync<LessonDraft, LessonPlan>(
                    Messages(brief), OutputTokens, d => d.Plan(wish.Found), p => LessonPlanFaults.In(p, wish), cancellationToken);
                part.Content = answer.Sound
                    ?? (answer.Last is { } last && LessonPlanFaults.IsTimeOnly(last, wish) ? LessonPlanFaults.Timed(last, wish) : null);
                part.Calls += answer.Calls;
                part.Tokens += answer.Tokens;
                await preparations.KeepAsync(part, cancellationToken);
            }

            preparation.Finish(clock.GetUtcNow());
        }
        finally
        {
            await quotas.SpendAsync(preparation.TeacherId, (long)tally.Input + tally.Output);
        }
    }

    private static List<ChatMessage> Messages(LessonBrief brief)
    {
        var (request, format) = (brief.Request, brief.Format);
        var minutes = format.Split(request.Minutes);
        var stages = format.Stages.Zip(minutes).Select((s, at) =>
            $"{at + 1}. {s.First.Name.In(request.Language)} ({s.Second} minutes): {s.First.About}");
        var system = Prompt.With(
            ("class", brief.Class.English),
            ("subject", brief.Class.Subject(request.Language)),
            ("lesson", brief.Lesson),
            ("minutes", $"{request.Minutes}"),
            ("language", LanguageNames.ForModel(request.Language)),
            ("stages", "{stages}"),
            ("context", request.Context ?? "nothing special is known"));
        return
        [
            new(ChatRole.System, system.Replace("{stages}", string.Join('\n', stages), StringComparison.Ordinal)),
            new(ChatRole.User, $"Topic: {request.About}\n\n" + string.Join("\n\n", brief.Passages.Select(
                (p, at) => $"[{at + 1}] {p.Section ?? p.Chapter ?? p.Title}\n{p.Text}"))),
        ];
    }
}

internal static class LanguageNames
{
    public static string ForModel(Language language) =>
        language == Language.Swahili ? "Swahili, as Tanzanian teachers write it" : "English";
}
