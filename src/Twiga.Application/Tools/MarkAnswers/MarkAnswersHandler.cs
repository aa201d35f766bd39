using MediatR;
using Microsoft.Extensions.AI;
using Twiga.Application.Common;
using Twiga.Application.Exams;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tools;

internal sealed class MarkAnswersHandler(MarkingGuides guides, ILanguageModels models, TurnContext turn)
    : IRequestHandler<MarkAnswers, string>
{
    private const int OutputTokens = 2_500;
    private const string Fence = "=====";

    private static readonly Prompt Prompt = Prompt.Load("Tools.Prompts", "mark_answers-1");

    public async Task<string> Handle(MarkAnswers request, CancellationToken cancellationToken)
    {
        var guide = await guides.FindAsync(request, cancellationToken);
        var wish = new MarkingWish(request.Answer, guide.Points?.Sum(p => p.Marks) ?? Most(request), guide.Points);
        var answer = await models.For("mark_answers").AskAsync<MarkingDraft, MarkedAnswer>(
            Messages(request, guide, wish), OutputTokens, d => d.Marked(guide.Points), m => MarkingFaults.In(m, wish), cancellationToken);
        if ((answer.Sound ?? answer.Last) is not { } marked || !MarkingFaults.AreRightPoints(marked, wish))
        {
            return "The answer could not be marked by the rules, however often it was tried. Say so, and ask for the marking guide "
                + "point by point. Give no marks yourself.";
        }

        return Say(marked.Kept(wish), wish, guide);
    }

    private string Say(MarkedAnswer marked, MarkingWish wish, MarkingGuide guide)
    {
        var texts = new ToolTexts(turn.Language);
        turn.Remark(texts.Marks(MarkSigns.Of(marked.Total(wish)), MarkSigns.Of(marked.OutOf(wish))));
        if (guide.IsMissing)
            turn.Remark(texts.NoMarkingGuide);
        var lines = marked.Points.Select((p, at) =>
            $"{at + 1}. {p.Point}: {MarkSigns.Of(p.Earned)}/{MarkSigns.Of(p.Marks)}"
            + (p.Earned < p.Marks && p.Missing.Length > 0 ? $" ({p.Missing.TrimEnd('.')})" : ""));
        return $"""
            Give her this marking as it stands, no mark changed. Write no total: it is added below your answer by itself.

            {string.Join('\n', lines)}

            {marked.Feedback}
            """;
    }

    private List<ChatMessage> Messages(MarkAnswers request, MarkingGuide guide, MarkingWish wish) =>
    [
        new(ChatRole.System, Prompt.With(
            ("language", turn.Language == Language.Swahili ? "Swahili" : "English"),
            ("points", wish.Points is null
                ? "Take them from what you are given, in order, each with its marks; "
                    + (wish.Most is { } most ? $"together they come to {MarkSigns.Of(most)} marks or more." : "a mark for a point where nothing is said.")
                : "They are fixed, with their marks: keep their number and order."))),
        new(ChatRole.User, $"""
            Question: {guide.Question ?? request.Question}

            {guide.ForModel}

            The learner's answer stands between the lines:
            {Fence}
            {request.Answer.Replace(Fence, "", StringComparison.Ordinal)}
            {Fence}
            """),
    ];

    private static decimal? Most(MarkAnswers request) =>
        request.Marks is { } marks ? Math.Round((decimal)marks * 2, MidpointRounding.AwayFromZero) / 2 : null;
}
