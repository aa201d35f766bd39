using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Time.Testing;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Queue;
using static Twiga.Infrastructure.Tests.Messaging.Webhooks;

namespace Twiga.Infrastructure.Tests.Messaging;

internal sealed class Saying_goodbye
{
    private const string Number = "255700000001";

    private readonly FakeTimeProvider _clock = new(Now);

    private Farewells NewFarewells => new(
        new PooledDbContextFactory<TwigaContext>(ContextOptions.For(Database.Source)), new JobSignal(), _clock);

    [SetUp]
    public Task Empty() => Database.EmptyAsync();

    [TearDown]
    public Task Close() => CloseInboxesAsync();

    [Test]
    public async Task Leaves_nothing_of_her_but_where_it_goes()
    {
        await DeleteAsync(await TeacherAsync((IdentityKind.Phone, Number), (IdentityKind.UserId, "TZ.1")));

        var nobody = (await TeachersAsync()).Single();
        Assert.That((nobody.Name, nobody.State), Is.EqualTo(((string?)null, TeacherState.Blocked)));
        Assert.That(Addressee.Of(nobody), Is.EqualTo(new Addressee(Number, "TZ.1")));
        Assert.That(
            (await JobsAsync()).Select(j => (j.Kind, j.Lane)),
            Is.EquivalentTo([("SendMessages", $"send:{nobody.Id}"), ("ForgetAddress", $"send:{nobody.Id}")]));
    }

    [Test]
    public async Task Whoever_writes_from_there_meanwhile_is_a_newcomer()
    {
        await DeleteAsync(await TeacherAsync((IdentityKind.Phone, Number)));
        var nobody = (await TeachersAsync()).Single().Id;

        await NewInbox().Store(Text("wamid.1", Phone(Number)));

        Assert.That((await StoredAsync()).Single().TeacherId, Is.Not.EqualTo(nobody));
        Assert.That((await TeachersAsync()).Select(t => t.State), Is.EqualTo([TeacherState.Blocked, TeacherState.Onboarding]));
    }

    [Test]
    public async Task Deleted_again_before_it_is_out_she_is_told_once()
    {
        await DeleteAsync(await TeacherAsync((IdentityKind.Phone, Number)));
        await DeleteAsync(await TeacherAsync((IdentityKind.Phone, Number)));

        Assert.That(await Database.CountAsync("select count(*) from outgoing_messages"), Is.EqualTo(1));
        Assert.That(await TeachersAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Run_twice_it_says_nothing_more()
    {
        var teacher = await TeacherAsync((IdentityKind.Phone, Number));
        await DeleteAsync(teacher);
        await Database.CountAsync("with gone as (delete from identities returning 1) select count(*) from gone");

        await DeleteAsync(teacher);

        Assert.That(await Database.CountAsync("select count(*) from outgoing_messages"), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_given_up_after_its_time()
    {
        await DeleteAsync(await TeacherAsync((IdentityKind.Phone, Number)));
        var nobody = (await TeachersAsync()).Single().Id;

        Assert.That(await NewFarewells.IsOnItsWayAsync(nobody, default), Is.True);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.That(await NewFarewells.IsOnItsWayAsync(nobody, default), Is.False);
    }

    private async Task DeleteAsync(TeacherId teacher) => await NewFarewells.DeleteAsync(
        teacher, new Addressee(Number, (await TeachersAsync()).SelectMany(t => t.Identities)
            .FirstOrDefault(i => i.Kind == IdentityKind.UserId)?.Value),
        new TextContent("Kwaheri"), Now.AddDays(1), default);
}
