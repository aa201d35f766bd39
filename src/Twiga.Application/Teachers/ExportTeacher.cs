using System.Text.Json.Nodes;
using MediatR;
using Twiga.Domain;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Teachers;

/// <summary>Everything that is held on a teacher.</summary>
public sealed record ExportTeacher(TeacherId Teacher) : IRequest<JsonObject>;

internal sealed class ExportTeacherHandler(IRecords records) : IRequestHandler<ExportTeacher, JsonObject>
{
    public async Task<JsonObject> Handle(ExportTeacher request, CancellationToken cancellationToken) =>
        await records.ExportAsync(request.Teacher, cancellationToken)
        ?? throw new DomainException($"There is no teacher {request.Teacher}.");
}
