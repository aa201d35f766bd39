using MediatR;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Teachers;

/// <summary>Everybody Twiga knows, or those of one state, oldest first.</summary>
public sealed record ListTeachers(TeacherState? State = null) : IRequest<IReadOnlyList<TeacherLine>>;

/// <summary>A teacher as operators see her in a list.</summary>
public sealed class TeacherLine
{
    public long Id { get; init; }

    public string? Name { get; init; }

    public TeacherState State { get; init; }

    public Language Language { get; init; }

    public IReadOnlyList<string> Identities { get; init; } = [];

    public IReadOnlyList<string> Classes { get; set; } = [];

    public DateTimeOffset? LastMessageAt { get; init; }
}

internal sealed class ListTeachersHandler(ITeachers teachers) : IRequestHandler<ListTeachers, IReadOnlyList<TeacherLine>>
{
    public Task<IReadOnlyList<TeacherLine>> Handle(ListTeachers request, CancellationToken cancellationToken) =>
        teachers.ListAsync(request.State, cancellationToken);
}
