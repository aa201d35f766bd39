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

internal sealed class ForgetTeacherHandler(
    ITeachers teachers, IRecords records, IWhatsApp whatsApp, TimeProvider clock) : AsyncRequestHandler<ForgetTeacher>
{
    private const int Tries = 3;

    protected override async Task Handle(ForgetTeacher request, CancellationToken cancellationToken)
    {
        if (await teachers.FindAsync(request.Teacher, cancellationToken) is not { } teacher)
            return;

        // known only here from now on: what is deleted cannot be addressed any more
        var addressee = Addressee.Of(teacher);
        var goodbye = new OutgoingMessage
        {
            TeacherId = request.Teacher,
            Content = new TextContent(new RecordTexts(teacher.Language).Deleted),
            CreatedAt = clock.GetUtcNow(),
        };
        await records.DeleteAsync(request.Teacher, cancellationToken);
        for (var tries = 1; tries <= Tries; tries++)
        {
            if (await whatsApp.SendAsync(goodbye, addressee, cancellationToken) is not SendOutcome.NotReached)
                return;

            await Task.Delay(TimeSpan.FromSeconds(tries), clock, cancellationToken);
        }
    }
}
