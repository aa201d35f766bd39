using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Tells a teacher once that her messages could not be answered, and keeps them for an operator to replay.</summary>
public sealed record Apologise(TeacherId Teacher) : IQueued
{
    public string Lane => $"teacher:{Teacher}";
}

internal sealed class ApologiseHandler(ITeachers teachers, IMessages messages) : AsyncRequestHandler<Apologise>
{
    protected override async Task Handle(Apologise request, CancellationToken cancellationToken)
    {
        var pending = await messages.PendingAsync(request.Teacher, cancellationToken);
        if (pending.Count == 0)
            return;

        foreach (var message in pending)
            message.LeaveUnanswered();

        var teacher = await teachers.GetAsync(request.Teacher, cancellationToken);
        await messages.NoticeAsync(teacher, Notice.Apology, cancellationToken);
    }
}
