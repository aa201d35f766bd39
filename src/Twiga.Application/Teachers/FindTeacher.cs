using MediatR;
using Twiga.Domain;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Teachers;

/// <summary>A teacher by her number in lists (up to six digits), or by a WhatsApp id: phone number or business-scoped id.</summary>
public sealed record FindTeacher(string IdOrPhone) : IRequest<TeacherId>;

internal sealed class FindTeacherHandler(ITeachers teachers) : IRequestHandler<FindTeacher, TeacherId>
{
    private const int LongestId = 6;

    public async Task<TeacherId> Handle(FindTeacher request, CancellationToken cancellationToken)
    {
        var said = request.IdOrPhone.Trim();
        if (said.Length <= LongestId && long.TryParse(said, out var id))
        {
            return await teachers.FindAsync(TeacherId.From(id), cancellationToken) is { } known
                ? known.Id
                : throw new DomainException($"There is no teacher {id}.");
        }

        var kind = said.All(char.IsAsciiDigit) ? IdentityKind.Phone : IdentityKind.UserId;
        return await teachers.KnownAsync(kind, said, cancellationToken) is [var teacher, ..]
            ? teacher.Id
            : throw new DomainException($"No teacher is known by {said}.");
    }
}
