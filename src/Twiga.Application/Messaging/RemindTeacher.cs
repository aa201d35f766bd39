using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>
/// Reminds one teacher where it is due. That it was, and the message, are one save: run twice it finds nothing due.
/// </summary>
public sealed record RemindTeacher(TeacherId Teacher) : IQueued
{
    /// <summary>The name of what she is told.</summary>
    public const string Notice = "Reminder";

    public string Lane => $"teacher:{Teacher}";

    public string Mailbox => $"remind:{Teacher}";

    public TimeSpan KeepTrying => TimeSpan.FromHours(1);
}

internal sealed class RemindTeacherHandler(
    ITeachers teachers, IMessages messages, ITemplates templates, QuietClock clock) : AsyncRequestHandler<RemindTeacher>
{
    protected override async Task Handle(RemindTeacher request, CancellationToken cancellationToken)
    {
        var teacher = await teachers.FindAsync(request.Teacher, cancellationToken);
        if (teacher is null || templates.Reminder(teacher.Language) is not { } reminder)
            return;

        var (rules, now) = clock.Look();
        if (teacher.BeReminded(rules, now))
            messages.Tell(teacher.Id, RemindTeacher.Notice, [reminder], rules.QuietHours.BeginAfter(now));
    }
}
