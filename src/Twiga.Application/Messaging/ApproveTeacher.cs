using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Onboarding;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>An operator lets a teacher in who waited for it: she is greeted and asked the first thing.</summary>
public sealed record ApproveTeacher(TeacherId Teacher) : ICommand;

internal sealed class ApproveTeacherHandler(
    ITeachers teachers, IMessages messages, ITemplates templates, IMediator mediator)
    : AsyncRequestHandler<ApproveTeacher>
{
    protected override async Task Handle(ApproveTeacher request, CancellationToken cancellationToken)
    {
        var teacher = await teachers.GetAsync(request.Teacher, cancellationToken);
        teacher.Approve();
        // only a template reaches her when she has not written for a day
        if (templates.Welcome(teacher.Language) is { } welcome)
            messages.Tell(teacher.Id, "Welcome", [welcome]);

        var first = await mediator.Send(new Onboard(teacher.Id, []), cancellationToken);
        messages.Tell(teacher.Id, nameof(Onboarding), first.Messages);
    }
}
