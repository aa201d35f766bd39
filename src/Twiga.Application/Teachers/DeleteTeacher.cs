using MediatR;
using Twiga.Domain;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Teachers;

/// <summary>Deletes everything that is held on a teacher, as an operator may; she is not told.</summary>
/// <remarks>No command: what it deletes is its own transaction, like the merging of two teachers.</remarks>
public sealed record DeleteTeacher(TeacherId Teacher) : IRequest;

internal sealed class DeleteTeacherHandler(IRecords records) : AsyncRequestHandler<DeleteTeacher>
{
    protected override async Task Handle(DeleteTeacher request, CancellationToken cancellationToken)
    {
        if (!await records.DeleteAsync(request.Teacher, cancellationToken))
            throw new DomainException($"There is no teacher {request.Teacher}.");
    }
}
