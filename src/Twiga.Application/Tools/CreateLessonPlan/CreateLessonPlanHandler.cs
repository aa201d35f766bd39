using MediatR;
using Twiga.Application.Curriculum;
using Twiga.Application.Lessons;

namespace Twiga.Application.Tools;

internal sealed class CreateLessonPlanHandler(
    IMediator mediator, IPreparations preparations, ILessonFormats formats, TurnContext turn)
    : IRequestHandler<CreateLessonPlan, string>
{
    public async Task<string> Handle(CreateLessonPlan request, CancellationToken cancellationToken)
    {
        var schoolClass = turn.Named(request.Class);
        var topic = OneLine.Of(request.Topic);
        if (await preparations.IsBeingMadeAsync(
            turn.Teacher, schoolClass.Id, nameof(MakeLessonPlan), topic, cancellationToken))
        {
            return $"A lesson plan for {schoolClass.English} on this is being made for her already and is on its way. Nothing new "
                + "was started. Say just that, in one sentence.";
        }

        if (await mediator.Send(new SearchPassages(schoolClass.Id, topic), cancellationToken) is not SearchOutcome.Found)
        {
            return $"The books of {schoolClass.English} say nothing about {topic}, so no lesson plan is being made. Say so and ask "
                + "for another topic. Do not write one yourself.";
        }

        var format = formats.PlanFor(schoolClass);
        var minutes = request.Minutes ?? ((request.Periods ?? 1) * format.PeriodMinutes);
        turn.FollowUp(new MakeLessonPlan(turn.Teacher, schoolClass.Id, Guid.CreateVersion7(), turn.Language)
        {
            About = topic,
            Title = string.IsNullOrWhiteSpace(request.LessonTitle) ? null : OneLine.Of(request.LessonTitle),
            Minutes = minutes,
            Context = string.IsNullOrWhiteSpace(request.ClassContext) ? null : OneLine.Of(request.ClassContext),
            Language = request.Language ?? schoolClass.Medium,
        });
        return $"The lesson plan for {schoolClass.English} on {topic} ({minutes} minutes) is being made now. It arrives here by "
            + "itself in about a minute. Tell her that in one sentence and write no plan yourself.";
    }
}
