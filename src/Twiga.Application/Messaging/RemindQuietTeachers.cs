using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>
/// Reminds teachers of a language who have been quiet for days, unless it is night: a job for each, in her own lane.
/// While WhatsApp refuses the template only one is tried, an hour at a time.
/// </summary>
/// <param name="Language">The template's.</param>
/// <param name="After">The last teacher of the page before; 0 begins.</param>
public sealed record RemindQuietTeachers(Language Language, TeacherId After = default) : IQueued
{
    public string Lane => $"schedule:reminders:{Language}";
}

internal sealed class RemindQuietTeachersHandler(
    IQuietTeachers teachers, ITemplates templates, IJobs jobs, QuietClock clock) : AsyncRequestHandler<RemindQuietTeachers>
{
    private const int Page = 500;

    // what was refused longer ago may be mended
    private static readonly TimeSpan RestsAtMost = TimeSpan.FromDays(1);

    protected override async Task Handle(RemindQuietTeachers request, CancellationToken cancellationToken)
    {
        var (rules, now) = clock.Look();
        if (rules.QuietHours.Contain(now) || templates.Reminder(request.Language) is not { } reminder)
            return;

        var rests = await templates.RefusedSinceAsync(reminder, now - RestsAtMost, cancellationToken) is not null;
        if (rests && request.After != default)
            return;

        var quiet = await teachers.ToRemindAsync(
            rules, now, request.Language, request.After, rests ? 1 : Page, cancellationToken);
        foreach (var teacher in quiet)
            jobs.Enqueue(new RemindTeacher(teacher));
        if (quiet.Count == Page)
            jobs.Enqueue(request with { After = quiet[^1] });
    }
}
