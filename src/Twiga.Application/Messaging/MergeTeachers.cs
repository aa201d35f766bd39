using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Makes one teacher of two that turned out to be one person.</summary>
public sealed record MergeTeachers(TeacherId Kept, TeacherId Other) : IQueued
{
    public string Lane => $"teacher:{Kept}";

    public string Mailbox => $"merge:{Kept}:{Other}";
}

internal sealed class MergeTeachersHandler(ITwins twins, IJobs jobs) : AsyncRequestHandler<MergeTeachers>
{
    protected override async Task Handle(MergeTeachers request, CancellationToken cancellationToken)
    {
        if (!await twins.MergeAsync(request.Kept, request.Other, cancellationToken))
            return;

        jobs.Enqueue(new AnswerTeacher(request.Kept));
        jobs.Enqueue(new SendMessages(request.Kept));
    }
}
