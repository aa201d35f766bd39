namespace Twiga.Domain.Teachers;

/// <summary>Hours of the day in which nobody is written to unasked; they may go over midnight. Where both are alike: none.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, TimeZoneInfo Zone)
{
    public bool Contain(DateTimeOffset time) =>
        From != Until && TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Zone).DateTime).IsBetween(From, Until);

    /// <summary>When they begin next; null where there are none.</summary>
    public DateTimeOffset? BeginAfter(DateTimeOffset time)
    {
        if (From == Until)
            return null;

        var there = TimeZoneInfo.ConvertTime(time, Zone);
        var begin = there.Date + From.ToTimeSpan();
        if (begin <= there.DateTime)
            begin = begin.AddDays(1);
        return new DateTimeOffset(begin, Zone.GetUtcOffset(begin)).ToUniversalTime();
    }
}
