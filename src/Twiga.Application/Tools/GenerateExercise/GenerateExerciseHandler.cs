using System.Text.Json;
using MediatR;
using Microsoft.Extensions.AI;
using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;

namespace Twiga.Application.Tools;

internal sealed class GenerateExerciseHandler(IMediator mediator, ILanguageModels models, TurnContext turn)
    : IRequestHandler<GenerateExercise, string>
{
    private const int PassageTokens = 4_000;
    private const int TokensPerItem = 250;

    private static readonly Prompt Prompt = Prompt.Load("Tools.Prompts", "generate_exercise-1");

    public async Task<string> Handle(GenerateExercise request, CancellationToken cancellationToken)
    {
        var schoolClass = turn.Named(request.Class);
        if (await mediator.Send(new SearchPassages(schoolClass.Id, request.Query), cancellationToken)
            is not SearchOutcome.Found found)
        {
            return $"The books of {schoolClass.English} say nothing about this, so no exercise was written. Say so, and "
                + "ask for another topic. Do not write one yourself.";
        }

        // the exercises of the book are what her pupils have done already
        var teaching = found.Passages.Where(p => p.Kind != PassageKind.Exercise).ToList();
        var passages = turn.Number(PassageList.Fitting(teaching.Count > 0 ? teaching : found.Passages, PassageTokens));
        List<ChatMessage> messages =
        [
            new(ChatRole.System, Prompt.With(
                ("class", schoolClass.English),
                ("count", $"{request.Count}"),
                ("language", schoolClass.Medium.ToString()),
                ("difficulty", JsonNamingPolicy.SnakeCaseLower.ConvertName(request.Difficulty.ToString())),
                ("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(request.Kind.ToString())))),
            new(ChatRole.User, $"Topic: {request.Query}\n\n{PassageList.Write(passages)}"),
        ];
        var items = await WriteAsync(request, messages, cancellationToken);
        if (items.Count == 0)
            throw new ModelUnavailableException("No item of the exercise is usable.");

        var sheet = new ExerciseSheet(request.Kind, items, schoolClass.Medium);
        var texts = new ToolTexts(turn.Language);
        turn.Keep($"answers of the exercise: {sheet.Answers.ReplaceLineEndings("; ")}");
        turn.Offer("answers", texts.Answers);
        turn.Offer("another", texts.AnotherExercise);
        turn.Offer("document", texts.AsDocument);
        return $"""
            Give her this exercise as it stands, with its passage numbers{Short(request.Count - items.Count)}.

            {sheet.Questions}

            Answers, for you. Give them only if she asked for answers in this message; otherwise say she can ask for them.
            {sheet.Answers}
            """;
    }

    /// <summary>The usable items; what is missing is asked for once more.</summary>
    private async Task<List<ExerciseItem>> WriteAsync(
        GenerateExercise request, List<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var (model, items) = (models.For("generate_exercise"), new List<ExerciseItem>());
        for (var attempt = 1; attempt <= 2 && items.Count < request.Count; attempt++)
        {
            var missing = request.Count - items.Count;
            if (attempt > 1)
            {
                messages.Add(new(
                    ChatRole.User,
                    $"{missing} more are needed: some were missing, alike, or broke a rule above. Write only these."));
            }

            var drafted = await ExerciseDraft.AskAsync(
                model, messages, request.Kind, 600 + (TokensPerItem * request.Count), cancellationToken);
            items.AddRange(ExerciseRules.Usable(drafted, items, request.Kind).Take(missing));
        }

        return items;
    }

    private static string Short(int missing) => missing > 0 ? $", and say that {missing} fewer than asked were possible" : "";
}
