using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Lessons;

/// <summary>Makes a lesson plan and sends it; begun again, it goes on where it was.</summary>
/// <param name="Request">Names the plan; the same request makes no second one.</param>
/// <param name="Speaks">The language in which she is told about it.</param>
public sealed record MakeLessonPlan(TeacherId Teacher, SchoolClassId Class, Guid Request, Language Speaks) : IQueued
{
    /// <summary>The topic as she named it.</summary>
    public string About { get; init; } = "";

    public string? Title { get; init; }

    public int Minutes { get; init; }

    /// <summary>What she said about her class; null where she said nothing.</summary>
    public string? Context { get; init; }

    /// <summary>The language of the plan.</summary>
    public Language Language { get; init; }

    public string Lane => $"lesson:{Teacher}";

    public TimeSpan Deadline => TimeSpan.FromMinutes(4);

    public TimeSpan KeepTrying => TimeSpan.FromMinutes(15);

    public IQueued LastResort => new GiveUpPreparation(Teacher, Class, Request, Speaks, DocumentKind.LessonPlan);
}

internal sealed class MakeLessonPlanHandler(
    IPreparations preparations, LessonBriefs briefs, LessonWriter writer, PreparationDelivery delivery)
    : AsyncRequestHandler<MakeLessonPlan>
{
    protected override async Task Handle(MakeLessonPlan request, CancellationToken cancellationToken)
    {
        var preparation = await preparations.FindAsync(request.Request, cancellationToken);
        if (preparation is null)
        {
            preparation = briefs.Begin(request.Teacher, request.Class, request.Request, DocumentKind.LessonPlan, outline: null);
            await preparations.StartAsync(preparation, cancellationToken);
        }

        if (preparation.State != PreparationState.Making)
            return;

        var brief = await briefs.ReadAsync(request, cancellationToken);
        await writer.WriteAsync(preparation, brief, cancellationToken);
        if (preparation.State == PreparationState.Ready)
            await delivery.SendAsync(preparation, brief, cancellationToken);
        else
            await delivery.ExplainAsync(preparation, request.Speaks, cancellationToken);
        preparations.Record(preparation);
    }
}
