using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Lessons;

/// <summary>Says that a plan or scheme did not come about because something on our side failed for too long.</summary>
public sealed record GiveUpPreparation(
    TeacherId Teacher, SchoolClassId Class, Guid Request, Language Speaks, DocumentKind Kind) : IQueued
{
    public string Lane => Kind == DocumentKind.LessonPlan ? $"lesson:{Teacher}" : $"scheme:{Teacher}";
}

internal sealed class GiveUpPreparationHandler(
    IPreparations preparations, PreparationDelivery delivery, TimeProvider clock) : AsyncRequestHandler<GiveUpPreparation>
{
    protected override async Task Handle(GiveUpPreparation request, CancellationToken cancellationToken)
    {
        var preparation = await preparations.FindAsync(request.Request, cancellationToken);
        if (preparation is { State: not PreparationState.Making })
            return;

        await delivery.ApologiseAsync(request, cancellationToken);
        if (preparation is null)
            return;

        preparation.GiveUp(clock.GetUtcNow());
        preparations.Record(preparation);
    }
}
