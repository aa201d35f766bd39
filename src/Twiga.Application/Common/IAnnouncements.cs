using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>What a teacher is sent outside a turn, such as a paper that is ready; saved with the rest of the request.</summary>
public interface IAnnouncements
{
    /// <param name="teacher">Who gets it.</param>
    /// <param name="name">What kind of announcement it is, for people who look at messages.</param>
    /// <param name="contents">The messages, in order.</param>
    void Add(TeacherId teacher, string name, IEnumerable<OutgoingContent> contents);
}
