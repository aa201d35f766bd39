using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Documents;
using Twiga.Domain.Lessons;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Lessons;

/// <summary>Makes a scheme of work for a term and sends it; begun again, it goes on where it was.</summary>
/// <param name="Request">Names the scheme; the same request makes no second one.</param>
/// <param name="Speaks">The language in which she is told about it.</param>
public sealed record MakeSchemeOfWork(TeacherId Teacher, SchoolClassId Class, Guid Request, Language Speaks) : IQueued
{
    public int Term { get; init; }

    /// <summary>The term, as jobs of one sort are compared.</summary>
    public string About { get; init; } = "";

    public int? Weeks { get; init; }

    public int? PeriodsPerWeek { get; init; }

    /// <summary>Topics in the order she wants; the book's order where there are none.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<WeekLeftOut> LeftOut { get; init; } = [];

    /// <summary>The language of the scheme.</summary>
    public Language Language { get; init; }

    public string Lane => $"scheme:{Teacher}";

    public TimeSpan Deadline => TimeSpan.FromMinutes(6);

    public TimeSpan KeepTrying => TimeSpan.FromMinutes(20);

    public IQueued LastResort => new GiveUpPreparation(Teacher, Class, Request, Speaks, DocumentKind.SchemeOfWork);
}

/// <summary>A numbered week without lessons and what it is for.</summary>
public sealed record WeekLeftOut(int Week, string Reason);

internal sealed class MakeSchemeOfWorkHandler(
    IPreparations preparations, SchemeBriefs briefs, SchemeWriter writer, PreparationDelivery delivery)
    : AsyncRequestHandler<MakeSchemeOfWork>
{
    protected override async Task Handle(MakeSchemeOfWork request, CancellationToken cancellationToken)
    {
        var preparation = await preparations.FindAsync(request.Request, cancellationToken);
        if (preparation is null)
        {
            preparation = await briefs.BeginAsync(request, cancellationToken);
            await preparations.StartAsync(preparation, cancellationToken);
        }

        if (preparation.State != PreparationState.Making)
            return;

        var brief = await briefs.ReadAsync(preparation, request, cancellationToken);
        await writer.WriteAsync(preparation, brief, cancellationToken);
        if (preparation.State == PreparationState.Ready)
            await delivery.SendAsync(preparation, brief, cancellationToken);
        else
            await delivery.ExplainAsync(preparation, request.Speaks, cancellationToken);
        preparations.Record(preparation);
    }
}
