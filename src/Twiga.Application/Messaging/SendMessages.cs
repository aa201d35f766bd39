using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Sends what waits for a teacher, in order, each message until WhatsApp has accepted it.</summary>
public sealed record SendMessages(TeacherId Teacher) : IQueued
{
    public string Lane => $"send:{Teacher}";

    public string Mailbox => Lane;

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);
}
