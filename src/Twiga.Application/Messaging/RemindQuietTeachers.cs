using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Reminds teachers who have been quiet for days, unless it is night: a job for each, in her own lane.</summary>
/// <param name="After">The last teacher of the page before; 0 begins.</param>
public sealed record RemindQuietTeachers(TeacherId After = default) : IQueued
{
    public string Lane => "schedule:reminders";
}

internal sealed class RemindQuietTeachersHandler(
    IQuietTeachers teachers, ITemplates templates, IJobs jobs, QuietClock clock) : AsyncRequestHandler<RemindQuietTeachers>
{
    private const int Page = 500;

    protected override async Task Handle(RemindQuietTeachers request, CancellationToken cancellationToken)
    {
        var (rules, now) = clock.Look();
        if (rules.QuietHours.Contain(now) || templates.Reminder(Language.Swahili) is null)
            return;

        var quiet = await teachers.ToRemindAsync(rules, now, request.After, Page, cancellationToken);
        foreach (var teacher in quiet)
            jobs.Enqueue(new RemindTeacher(teacher));
        if (quiet.Count == Page)
            jobs.Enqueue(new RemindQuietTeachers(quiet[^1]));
    }
}
