using Twiga.Domain.Teachers;

namespace Twiga.Domain.Tests.Teachers;

internal sealed class Keeping_quiet_hours
{
    private static readonly TimeZoneInfo EastAfrica =
        TimeZoneInfo.CreateCustomTimeZone("EAT", TimeSpan.FromHours(3), null, null);

    private static readonly QuietHours Night = new(new TimeOnly(20, 0), new TimeOnly(8, 0), EastAfrica);

    [TestCase("2026-11-22T16:59:59Z", false)]
    [TestCase("2026-11-22T17:00:00Z", true)]
    [TestCase("2026-11-22T22:30:00Z", true)]
    [TestCase("2026-11-23T04:59:59Z", true)]
    [TestCase("2026-11-23T05:00:00Z", false)]
    public void They_go_over_midnight_there(string time, bool quiet) =>
        Assert.That(Night.Contain(DateTimeOffset.Parse(time, null)), Is.EqualTo(quiet));

    [TestCase("2026-11-22T05:00:00Z", "2026-11-22T17:00:00Z")]
    [TestCase("2026-11-22T17:00:00Z", "2026-11-23T17:00:00Z")]
    [TestCase("2026-11-22T22:00:00Z", "2026-11-23T17:00:00Z")]
    public void They_begin_once_a_day(string time, string begin) =>
        Assert.That(Night.BeginAfter(DateTimeOffset.Parse(time, null)), Is.EqualTo(DateTimeOffset.Parse(begin, null)));

    [Test]
    public void There_are_none_where_both_ends_are_alike()
    {
        var none = new QuietHours(new TimeOnly(0, 0), new TimeOnly(0, 0), EastAfrica);

        Assert.That(none.Contain(new DateTimeOffset(2026, 11, 22, 22, 0, 0, TimeSpan.Zero)), Is.False);
        Assert.That(none.BeginAfter(new DateTimeOffset(2026, 11, 22, 22, 0, 0, TimeSpan.Zero)), Is.Null);
    }
}
