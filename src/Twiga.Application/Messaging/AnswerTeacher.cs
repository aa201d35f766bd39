using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Answers all that a teacher wrote and was not answered yet, as one turn.</summary>
public sealed record AnswerTeacher(TeacherId Teacher) : IQueued
{
    public string Lane => $"teacher:{Teacher}";

    public string Mailbox => Lane;

    public TimeSpan Deadline => TimeSpan.FromMinutes(4);

    public TimeSpan KeepTrying => TimeSpan.FromMinutes(10);
}
