using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

internal sealed class Announcements(IMessages messages) : IAnnouncements
{
    public void Add(TeacherId teacher, string name, IEnumerable<OutgoingContent> contents) =>
        messages.Tell(teacher, name, contents);
}
