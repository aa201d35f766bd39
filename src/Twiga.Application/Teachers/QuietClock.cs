using Twiga.Domain.Teachers;

namespace Twiga.Application.Teachers;

/// <summary>The rules for quiet teachers and the time to hold against them.</summary>
public sealed class QuietClock(QuietRules rules, TimeProvider clock)
{
    public (QuietRules Rules, DateTimeOffset Now) Look() => (rules, clock.GetUtcNow());
}
