using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Teachers;

/// <summary>Makes active teachers inactive who have not written for long: a job for each, in her own lane.</summary>
/// <param name="After">The last teacher of the page before; 0 begins.</param>
public sealed record RetireQuietTeachers(TeacherId After = default) : IQueued
{
    public string Lane => "schedule:inactivity";
}

/// <summary>The same for one teacher, beside nothing else that is done for her.</summary>
public sealed record RetireTeacher(TeacherId Teacher) : IQueued
{
    public string Lane => $"teacher:{Teacher}";

    public string Mailbox => $"inactive:{Teacher}";
}

internal sealed class RetireQuietTeachersHandler(
    IQuietTeachers teachers, IJobs jobs, QuietClock clock) : AsyncRequestHandler<RetireQuietTeachers>
{
    private const int Page = 500;

    protected override async Task Handle(RetireQuietTeachers request, CancellationToken cancellationToken)
    {
        var (rules, now) = clock.Look();
        var quiet = await teachers.InactiveAsync(rules, now, request.After, Page, cancellationToken);
        foreach (var teacher in quiet)
            jobs.Enqueue(new RetireTeacher(teacher));
        if (quiet.Count == Page)
            jobs.Enqueue(new RetireQuietTeachers(quiet[^1]));
    }
}

internal sealed class RetireTeacherHandler(ITeachers teachers, QuietClock clock) : AsyncRequestHandler<RetireTeacher>
{
    protected override async Task Handle(RetireTeacher request, CancellationToken cancellationToken)
    {
        var (rules, now) = clock.Look();
        (await teachers.FindAsync(request.Teacher, cancellationToken))?.GoQuiet(rules.InactiveAfter, now);
    }
}
