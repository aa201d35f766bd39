using MediatR;
using Twiga.Application.Curriculum;
using Twiga.Application.Exams;
using Twiga.Domain.Exams;

namespace Twiga.Application.Tools;

/// <summary>What an answer is marked by.</summary>
/// <param name="ForModel">The points, her guide, or passages of the book, as the model reads them.</param>
/// <param name="Points">Fixed points of a paper that was made here; null where the model takes them from the guide.</param>
/// <param name="Question">The question in the paper's words, where she named its number.</param>
/// <param name="IsMissing">True where there is neither a guide nor a paper.</param>
internal sealed record MarkingGuide(
    string ForModel, IReadOnlyList<MarkingPoint>? Points = null, string? Question = null, bool IsMissing = false);

/// <summary>Finds what to mark by: her guide, else the marking scheme of her newest paper, else her books, else nothing.</summary>
internal sealed class MarkingGuides(IMediator mediator, IExams exams, TurnContext turn)
{
    private const int PassageTokens = 2_000;

    public async Task<MarkingGuide> FindAsync(MarkAnswers request, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(request.MarkingGuide))
            return new MarkingGuide($"The teacher's marking guide:\n{request.MarkingGuide.Trim()}");

        var schoolClass = request.Class is { } named ? turn.Named(named) : null;
        var exam = await exams.LatestAsync(turn.Teacher, schoolClass?.Id, cancellationToken);
        if (exam?.Paper is { } paper && PaperPoints.Find(paper, request.Question) is { } asked)
        {
            var points = asked.Points.Select((p, at) => $"{at + 1}. {p.Text} ({MarkSigns.Of(p.Marks)})");
            return new MarkingGuide($"The points:\n{string.Join('\n', points)}", asked.Points, asked.Words);
        }

        if (PaperPoints.IsNumber(request.Question))
        {
            throw new ToolRefusedException(
                "there are no marking points under that number: ask her for the question's own words.");
        }

        if (schoolClass is not null
            && await mediator.Send(new SearchPassages(schoolClass.Id, request.Question), cancellationToken)
                is SearchOutcome.Found found)
        {
            var passages = PassageList.Write(turn.Number(PassageList.Fitting(found.Passages, PassageTokens)));
            return new MarkingGuide($"There is no guide. The textbook says:\n\n{passages}", IsMissing: true);
        }

        return new MarkingGuide("There is no guide: take the points that a good textbook of this level has.", IsMissing: true);
    }
}
