using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Deletes everything that is held on a teacher who asked for it and confirmed it, and tells her.</summary>
public sealed record ForgetTeacher(TeacherId Teacher) : IQueued
{
    public string Lane => $"teacher:{Teacher}";

    public string Mailbox => $"forget:{Teacher}";
}

internal sealed class ForgetTeacherHandler(ITeachers teachers, IFarewells farewells, TimeProvider clock)
    : AsyncRequestHandler<ForgetTeacher>
{
    // her address is kept no longer than this, whatever WhatsApp says
    private static readonly TimeSpan TellWithin = TimeSpan.FromDays(1);

    protected override async Task Handle(ForgetTeacher request, CancellationToken cancellationToken)
    {
        if (await teachers.FindAsync(request.Teacher, cancellationToken) is not { } teacher)
            return;

        var goodbye = new TextContent(new RecordTexts(teacher.Language).Deleted);
        await farewells.DeleteAsync(
            teacher.Id, Addressee.Of(teacher), goodbye, clock.GetUtcNow() + TellWithin, cancellationToken);
    }
}
