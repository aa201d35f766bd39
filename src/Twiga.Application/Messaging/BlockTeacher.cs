using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>An operator shuts a teacher out: she is told once, at her next message, and then nothing more.</summary>
public sealed record BlockTeacher(TeacherId Teacher) : ICommand;

/// <summary>Back to the state before she was blocked; she is told nothing.</summary>
public sealed record UnblockTeacher(TeacherId Teacher) : ICommand;

internal sealed class BlockTeacherHandler(ITeachers teachers) : AsyncRequestHandler<BlockTeacher>
{
    protected override async Task Handle(BlockTeacher request, CancellationToken cancellationToken) =>
        (await teachers.GetAsync(request.Teacher, cancellationToken)).Block();
}

internal sealed class UnblockTeacherHandler(ITeachers teachers) : AsyncRequestHandler<UnblockTeacher>
{
    protected override async Task Handle(UnblockTeacher request, CancellationToken cancellationToken) =>
        (await teachers.GetAsync(request.Teacher, cancellationToken)).Unblock();
}
