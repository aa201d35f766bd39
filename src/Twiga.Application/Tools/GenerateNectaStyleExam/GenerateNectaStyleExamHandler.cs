using MediatR;
using Twiga.Application.Curriculum;
using Twiga.Application.Exams;
using Twiga.Domain;
using Twiga.Domain.Curriculum;

namespace Twiga.Application.Tools;

internal sealed class GenerateNectaStyleExamHandler(
    IMediator mediator, IExams exams, IExamFormats formats, TurnContext turn)
    : IRequestHandler<GenerateNectaStyleExam, string>
{
    private const int LongestTopic = 200;

    public async Task<string> Handle(GenerateNectaStyleExam request, CancellationToken cancellationToken)
    {
        var schoolClass = turn.Named(request.Class);
        if (await exams.IsBeingMadeAsync(turn.Teacher, schoolClass.Id, cancellationToken))
        {
            return $"An exam paper for {schoolClass.English} is being made for her already and is on its way. Nothing new was "
                + "started. Say just that, in one sentence.";
        }

        var format = FormatChoice.Of(formats.All, schoolClass, request.Format)
            ?? throw new ToolRefusedException(
                $"There is no such format. There are: {string.Join(", ", formats.All.Select(f => f.Key))}; or leave it out.");
        var topics = request.Topics.Any(WholeBook.IsMeant)
            ? WholeBook.Opened(
                request.Topics,
                await mediator.Send(new ReadOutline(schoolClass.Id), cancellationToken),
                GenerateNectaStyleExam.MostTopics)
            : request.Topics;
        var (covered, missing) = await LookUpAsync(schoolClass, topics, cancellationToken);
        if (covered.Count == 0)
        {
            return $"The books of {schoolClass.English} say nothing about {string.Join(" or ", missing)}, so no paper is being "
                + "made. Say so and ask for other topics. Do not write one yourself.";
        }

        turn.FollowUp(new MakeExam(turn.Teacher, schoolClass.Id, Guid.CreateVersion7(), turn.Language)
        {
            Topics = covered,
            Format = format.Key,
            Language = request.Language ?? schoolClass.Medium,
            Minutes = request.DurationMinutes,
        });
        var left = missing.Count == 0 ? "" : $" The books say nothing about {string.Join(", ", missing)}: say that it is left out.";
        return $"The {format.Name} paper for {schoolClass.English} on {string.Join(", ", covered)} ({format.Questions} questions, "
            + $"{request.DurationMinutes ?? format.Minutes} minutes) is being made now. It arrives here by itself with its marking "
            + $"scheme in about two minutes.{left} Tell her that in one sentence and write no questions yourself.";
    }

    private async Task<(List<string> Covered, List<string> Missing)> LookUpAsync(
        SchoolClass schoolClass, IReadOnlyList<string> topics, CancellationToken cancellationToken)
    {
        var (covered, missing) = (new List<string>(), new List<string>());
        var lines = topics.Select(t => OneLine.Of(t).Beginning(LongestTopic)).Where(t => t.Length > 0);
        foreach (var topic in lines.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var found = await mediator.Send(new SearchPassages(schoolClass.Id, topic), cancellationToken);
            (found is SearchOutcome.Found ? covered : missing).Add(topic);
        }

        return (covered, missing);
    }
}
