namespace Twiga.Domain.Messaging;

/// <summary>
/// So many messages at once, then one in every interval: a bucket kept as one instant, up to which the messages
/// sent so far are paid for (the generic cell rate algorithm).
/// </summary>
public readonly record struct Pace(TimeSpan Interval, int Burst)
{
    /// <summary>When the next message may go; not later than now means at once.</summary>
    public DateTimeOffset Next(DateTimeOffset? paidUntil) =>
        (paidUntil ?? DateTimeOffset.MinValue + Interval * Burst) - Interval * (Burst - 1);

    /// <summary>The new instant after one more message.</summary>
    public DateTimeOffset Pay(DateTimeOffset? paidUntil, DateTimeOffset now) =>
        (paidUntil > now ? paidUntil.Value : now) + Interval;
}
