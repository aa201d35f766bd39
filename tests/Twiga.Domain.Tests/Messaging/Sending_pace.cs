using Twiga.Domain.Messaging;

namespace Twiga.Domain.Tests.Messaging;

internal sealed class Sending_pace
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly Pace MetasPair = new(TimeSpan.FromSeconds(6), 45);

    [Test]
    public void Lets_a_full_burst_go_at_once_and_then_one_in_every_interval()
    {
        var sent = SendingTimes(MetasPair, 47);

        Assert.That(sent.Take(45), Is.All.EqualTo(Now));
        Assert.That(sent[45], Is.EqualTo(Now.AddSeconds(6)));
        Assert.That(sent[46], Is.EqualTo(Now.AddSeconds(12)));
    }

    [Test]
    public void Pays_the_burst_back_while_nothing_is_sent()
    {
        DateTimeOffset? paidUntil = null;
        for (var i = 0; i < 45; i++)
            paidUntil = MetasPair.Pay(paidUntil, Now);

        var afterAMinute = Now.AddMinutes(1);
        var free = 0;
        for (; MetasPair.Next(paidUntil) <= afterAMinute; free++)
            paidUntil = MetasPair.Pay(paidUntil, afterAMinute);

        Assert.That(free, Is.EqualTo(10));
    }

    [Test]
    public void Never_saves_up_more_than_the_burst()
    {
        var paidUntil = MetasPair.Pay(null, Now);
        var afterADay = Now.AddDays(1);
        DateTimeOffset? later = paidUntil;
        var free = 0;
        for (; MetasPair.Next(later) <= afterADay; free++)
            later = MetasPair.Pay(later, afterADay);

        Assert.That(free, Is.EqualTo(45));
    }

    private static List<DateTimeOffset> SendingTimes(Pace pace, int count)
    {
        var times = new List<DateTimeOffset>();
        DateTimeOffset? paidUntil = null;
        var now = Now;
        for (var i = 0; i < count; i++)
        {
            var next = pace.Next(paidUntil);
            now = next > now ? next : now;
            paidUntil = pace.Pay(paidUntil, now);
            times.Add(now);
        }

        return times;
    }
}
