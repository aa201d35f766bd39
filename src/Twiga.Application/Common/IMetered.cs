using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>A request that costs: it counts against the day's quotas of a teacher and of the whole service.</summary>
public interface IMetered
{
    TeacherId Teacher { get; }

    /// <summary>The messages it answers; each is counted once, however often it is tried.</summary>
    IReadOnlyList<InboundMessageId> Messages { get; }
}
