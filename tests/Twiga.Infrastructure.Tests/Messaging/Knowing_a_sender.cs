using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Queue;
using static Twiga.Infrastructure.Tests.Messaging.Webhooks;

namespace Twiga.Infrastructure.Tests.Messaging;

internal sealed class Knowing_a_sender
{
    private const string Old = "255700000001";
    private const string New = "255700000009";

    [SetUp]
    public Task Empty() => Database.EmptyAsync();

    [TearDown]
    public Task Close() => CloseInboxesAsync();

    [TestCase(false, TeacherState.Onboarding)]
    [TestCase(true, TeacherState.InReview)]
    public async Task Makes_a_newcomer_of_somebody_unknown(bool approvalRequired, TeacherState state)
    {
        await NewInbox(approvalRequired: approvalRequired).Store(Text("wamid.1", Phone(Old)));

        var newcomer = (await TeachersAsync()).Single();
        Assert.That((newcomer.State, newcomer.Language), Is.EqualTo((state, Language.Swahili)));
        Assert.That((await StoredAsync()).Single().TeacherId, Is.EqualTo(newcomer.Id));
    }

    [Test]
    public async Task Makes_one_newcomer_of_many_first_messages_at_once_in_several_processes()
    {
        var inboxes = new[] { NewInbox(), NewInbox(), NewInbox() };

        await Task.WhenAll(Enumerable.Range(0, 30).Select(
            n => Task.Run(() => inboxes[n % 3].Store(Text($"wamid.{n}", Phone(Old) with { UserId = n % 2 == 0 ? "TZ.1" : null })))));

        Assert.That(await TeachersAsync(), Has.Count.EqualTo(1));
        Assert.That(await StoredAsync(), Has.Count.EqualTo(30));
    }

    [Test]
    public async Task Links_an_id_that_comes_with_a_known_one_and_knows_her_by_it()
    {
        var inbox = NewInbox();
        await inbox.Store(Text("wamid.1", Phone(Old)));
        await inbox.Store(Text("wamid.2", new Sender(Old, "TZ.1", "TZ.ENT.1", null)));
        await inbox.Store(Text("wamid.3", UserId("TZ.1")));
        await inbox.Store(Text("wamid.4", new Sender(null, null, "TZ.ENT.1", null)));

        var teacher = (await TeachersAsync()).Single();
        Assert.That(teacher.Identities.Select(i => i.Value), Is.EquivalentTo([Old, "TZ.1", "TZ.ENT.1"]));
        Assert.That((await StoredAsync()).Select(m => m.TeacherId), Is.All.EqualTo(teacher.Id));
    }

    [Test]
    public async Task Does_not_take_a_user_id_for_a_phone_of_the_same_letters()
    {
        var inbox = NewInbox();
        await inbox.Store(Text("wamid.1", UserId("TZ.1")));
        await inbox.Store(Text("wamid.2", new Sender(null, null, "TZ.1", null)));

        Assert.That(await TeachersAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Moves_the_number_when_it_changes()
    {
        var teacher = await TeacherAsync((IdentityKind.Phone, Old), (IdentityKind.UserId, "TZ.1"));
        var inbox = NewInbox();

        await inbox.Store(NumberChange("wamid.1", New, "TZ.2"));
        await inbox.Store(Text("wamid.2", Phone(New)));

        var known = (await TeachersAsync()).Single();
        Assert.That(known.Identities.Select(i => i.Value), Is.EquivalentTo([New, "TZ.2"]));
        Assert.That((await StoredAsync()).Select(m => m.TeacherId), Is.All.EqualTo(teacher));
    }

    [Test]
    public async Task Takes_somebody_for_new_who_got_a_number_that_was_given_up()
    {
        await TeacherAsync((IdentityKind.Phone, Old));
        var inbox = NewInbox();
        await inbox.Store(NumberChange("wamid.1", New));

        await inbox.Store(Text("wamid.2", Phone(Old)));

        Assert.That(await TeachersAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Changes_nothing_when_a_change_or_an_old_message_comes_again()
    {
        await TeacherAsync((IdentityKind.Phone, Old));
        var inbox = NewInbox();
        await inbox.Store(Text("wamid.0", Phone(Old)));
        await inbox.Store(NumberChange("wamid.1", New));

        await inbox.Store(NumberChange("wamid.1", New));
        await inbox.Store(Text("wamid.0", Phone(Old)));

        Assert.That((await TeachersAsync()).Single().Identities.Single().Value, Is.EqualTo(New));
        Assert.That(await StoredAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Joins_somebody_who_wrote_from_the_new_number_before_the_change_was_told()
    {
        var teacher = await TeacherAsync((IdentityKind.Phone, Old));
        var inbox = NewInbox();
        await inbox.Store(Text("wamid.1", Phone(New)));
        await inbox.Store(NumberChange("wamid.2", New));

        await MergeAsync();

        Assert.That((await TeachersAsync()).Single().Id, Is.EqualTo(teacher));
        Assert.That((await StoredAsync()).Select(m => m.TeacherId), Is.All.EqualTo(teacher));
    }

    [Test]
    public async Task Merges_two_who_turn_out_to_be_one_into_the_one_known_by_phone()
    {
        var byUserId = await TeacherAsync((IdentityKind.UserId, "TZ.1"));
        var byPhone = await TeacherAsync((IdentityKind.Phone, Old));
        var inbox = NewInbox();
        await inbox.Store(Text("wamid.1", UserId("TZ.1")));

        await inbox.Store(Text("wamid.2", new Sender(Old, "TZ.1", null, null)));
        await inbox.Store(Text("wamid.3", new Sender(Old, "TZ.1", null, null)));

        Assert.That((await StoredAsync()).Select(m => m.TeacherId), Is.EqualTo([byUserId, byPhone, byPhone]));
        var merge = (await JobsAsync()).Single(j => j.Kind == nameof(MergeTeachers));
        Assert.That(QueuedJob.Read(merge.Kind, merge.Payload), Is.EqualTo(new MergeTeachers(byPhone, byUserId)));

        await MergeAsync();

        Assert.That((await StoredAsync()).Select(m => m.TeacherId), Is.All.EqualTo(byPhone));
        Assert.That((await TeachersAsync()).Single().Identities.Select(i => i.Value), Is.EquivalentTo([Old, "TZ.1"]));
    }

    [Test]
    public async Task Keeps_each_message_once_and_each_person_one_whatever_the_order_in_three_processes()
    {
        const int teachers = 12;
        for (var round = 0; round < 4; round++)
        {
            await CloseInboxesAsync();
            await Database.EmptyAsync();
            var random = new Random(round);
            var inboxes = new[] { NewInbox(), NewInbox(), NewInbox() };
            var messages = Enumerable.Range(0, 150).Select(n => Text($"wamid.{n}", AnyIdsOf(n % teachers, random))).ToArray();
            var posts = messages.Concat(messages).Concat(messages).OrderBy(_ => random.Next()).Chunk(4).ToList();

            await Parallel.ForEachAsync(
                posts.Select((post, n) => (post, n)),
                new ParallelOptions { MaxDegreeOfParallelism = 24 },
                async (p, _) => await inboxes[p.n % 3].Store(p.post));
            await MergeAsync();

            Assert.That((await StoredAsync()).Select(m => m.Wamid), Is.EquivalentTo(messages.Select(m => m.Wamid)));
            Assert.That(await TeachersAsync(), Has.Count.EqualTo(teachers));
            var owners = (await StoredAsync()).GroupBy(m => int.Parse(m.Wamid[6..]) % teachers).Select(g => g.Select(m => m.TeacherId).Distinct().Count());
            Assert.That(owners, Is.All.EqualTo(1));
        }
    }

    // Every person shows the phone with one of the other ids now and then, so that all of hers come together.
    private static Sender AnyIdsOf(int person, Random random) => random.Next(4) switch
    {
        0 => new Sender($"25570000{person:0000}", null, null, null),
        1 => new Sender($"25570000{person:0000}", $"TZ.{person}", null, null),
        2 => new Sender($"25570000{person:0000}", null, $"TZ.ENT.{person}", null),
        _ => new Sender(null, $"TZ.{person}", $"TZ.ENT.{person}", null),
    };

    private static ReceivedMessage NumberChange(string wamid, string phone, string? userId = null) =>
        Text(wamid, userId is null ? Phone(Old) : new Sender(Old, "TZ.1", null, null)) with
        {
            Kind = InboundKind.System,
            Becomes = new Sender(phone, userId, null, null),
        };

    private static async Task MergeAsync()
    {
        var twins = new Twins(new PooledDbContextFactory<TwigaContext>(ContextOptions.For(Database.Source)));
        while ((await JobsAsync()).Where(j => j.Kind == nameof(MergeTeachers)).ToList() is { Count: > 0 } merges)
        {
            foreach (var job in merges)
            {
                var merge = (MergeTeachers)QueuedJob.Read(job.Kind, job.Payload);
                await twins.MergeAsync(merge.Kept, merge.Other, default);
                await using var context = Database.Context();
                await context.Jobs.Where(j => j.Id == job.Id).ExecuteDeleteAsync();
            }
        }
    }
}
