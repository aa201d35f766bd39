using MediatR;
using Twiga.Application.Teachers;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>What a form was to ask, as a question of the talk; forms rest for a while then.</summary>
public sealed record AskWithoutForm(TeacherId Teacher, string FlowId) : IRequest<IReadOnlyList<OutgoingContent>>;

internal sealed class AskWithoutFormHandler(
    ITeachers teachers, ICatalogue catalogues, IFlows flows, TimeProvider clock)
    : IRequestHandler<AskWithoutForm, IReadOnlyList<OutgoingContent>>
{
    public async Task<IReadOnlyList<OutgoingContent>> Handle(
        AskWithoutForm request, CancellationToken cancellationToken)
    {
        flows.Rest();
        if (await teachers.FindAsync(request.Teacher, cancellationToken) is not { } teacher)
            return [];

        var catalogue = await catalogues.GetAsync(cancellationToken);
        if (teacher.State == TeacherState.Onboarding)
        {
            var setup = new SetupTalk(teacher, catalogue, flows, clock.GetUtcNow());
            setup.Greet();
            return setup.Replies;
        }

        if (teacher.State is not (TeacherState.Active or TeacherState.Inactive))
            return [];

        var settings = new SettingsTalk(teacher, catalogue, flows, clock.GetUtcNow());
        settings.Ask(flows.FormOf(request.FlowId));
        return settings.Replies;
    }
}
