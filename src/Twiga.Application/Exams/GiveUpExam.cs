using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Exams;

/// <summary>Says that a paper did not come about because something on our side failed for too long.</summary>
public sealed record GiveUpExam(TeacherId Teacher, SchoolClassId Class, Guid Request, Language Speaks) : IQueued
{
    public string Lane => $"exam:{Teacher}";
}

internal sealed class GiveUpExamHandler(IExams exams, ExamDelivery delivery, TimeProvider clock)
    : AsyncRequestHandler<GiveUpExam>
{
    protected override async Task Handle(GiveUpExam request, CancellationToken cancellationToken)
    {
        var exam = await exams.FindAsync(request.Request, cancellationToken);
        if (exam is { State: not ExamState.Making })
            return;

        await delivery.ApologiseAsync(request.Teacher, request.Class, request.Speaks, cancellationToken);
        if (exam is null)
            return;

        exam.Fail(clock.GetUtcNow());
        exams.Record(exam);
    }
}
