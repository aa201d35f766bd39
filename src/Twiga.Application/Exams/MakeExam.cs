using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Exams;

/// <summary>Makes an exam paper with its marking scheme and sends both; begun again, it goes on where it was.</summary>
/// <param name="Request">Names the exam; the same request makes no second one.</param>
/// <param name="Speaks">The language in which she is told about it.</param>
public sealed record MakeExam(TeacherId Teacher, SchoolClassId Class, Guid Request, Language Speaks) : IQueued
{
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The format's key.</summary>
    public string Format { get; init; } = "";

    /// <summary>The language of the paper.</summary>
    public Language Language { get; init; }

    public int? Minutes { get; init; }

    /// <summary>An exam of hers of which one question is replaced; null where all are made.</summary>
    public ExamId? Like { get; init; }

    public int? Question { get; init; }

    public string Lane => $"exam:{Teacher}";

    public TimeSpan Deadline => TimeSpan.FromMinutes(8);

    public TimeSpan KeepTrying => TimeSpan.FromMinutes(20);

    public IQueued LastResort => new GiveUpExam(Teacher, Class, Request, Speaks);
}

internal sealed class MakeExamHandler(IExams exams, ExamBriefs briefs, ExamWriter writer, ExamDelivery delivery)
    : AsyncRequestHandler<MakeExam>
{
    protected override async Task Handle(MakeExam request, CancellationToken cancellationToken)
    {
        var exam = await exams.FindAsync(request.Request, cancellationToken);
        if (exam is null)
        {
            exam = await briefs.PlanAsync(request, cancellationToken);
            await exams.StartAsync(exam, cancellationToken);
        }

        if (exam.State != ExamState.Making)
            return;

        var missing = await writer.WriteAsync(await briefs.ReadAsync(exam, request, cancellationToken), cancellationToken);
        if (missing.Count == 0)
            await delivery.SendAsync(exam, request.Speaks, cancellationToken);
        else
            await delivery.ExplainAsync(exam, missing, request.Speaks, cancellationToken);
        exams.Record(exam);
    }
}
