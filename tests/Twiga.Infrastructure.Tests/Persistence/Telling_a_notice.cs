using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Tests.Persistence;

[TestFixture]
internal sealed class Telling_a_notice
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    private static readonly Notice Quota = Notice.OverQuota(QuotaLimit.HerMessages, TimeSpan.FromHours(11));

    [SetUp]
    public Task EmptyAsync() => Database.EmptyAsync();

    [Test]
    public async Task Twice_before_it_is_saved_tells_it_once()
    {
        await using var context = Database.Context();
        var (asha, neema) = (Teacher.Active("Asha", Language.Swahili, [], Clock.GetUtcNow()),
            Teacher.Active("Neema", Language.Swahili, [], Clock.GetUtcNow()));
        context.Teachers.AddRange(asha, neema);
        await context.SaveChangesAsync();

        await TellAsync(context, asha);
        await TellAsync(context, neema);
        await TellAsync(context, asha);
        await context.SaveChangesAsync();
        await TellAsync(context, asha);
        await context.SaveChangesAsync();

        Assert.That(await Database.CountAsync("select count(*) from outgoing_messages"), Is.EqualTo(2));
    }

    private static Task TellAsync(TwigaContext context, Teacher teacher) =>
        new Messages(context, Substitute.For<IJobs>(), Clock).NoticeAsync(teacher, Quota, CancellationToken.None);
}
