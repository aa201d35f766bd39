using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>WhatsApp refused the template of a teacher's reminder: it does not count as one of hers.</summary>
public sealed record ReminderRefused(TeacherId Teacher) : IQueued
{
    public string Lane => $"teacher:{Teacher}";
}

internal sealed class ReminderRefusedHandler(ITeachers teachers) : AsyncRequestHandler<ReminderRefused>
{
    protected override async Task Handle(ReminderRefused request, CancellationToken cancellationToken) =>
        (await teachers.FindAsync(request.Teacher, cancellationToken))?.ReminderWasRefused();
}
