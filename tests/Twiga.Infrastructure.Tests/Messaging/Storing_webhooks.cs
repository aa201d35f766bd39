using Microsoft.EntityFrameworkCore;
using Npgsql;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Queue;
using static Twiga.Infrastructure.Tests.Messaging.Webhooks;

namespace Twiga.Infrastructure.Tests.Messaging;

internal sealed class Storing_webhooks
{
    [SetUp]
    public Task Empty() => Database.EmptyAsync();

    [TearDown]
    public Task Close() => CloseInboxesAsync();

    [TestCase(1)]
    [TestCase(2)]
    public async Task Stores_a_message_and_a_job_once_when_it_comes_fifty_times_at_once(int processes)
    {
        var inboxes = Enumerable.Range(0, processes).Select(_ => NewInbox()).ToList();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(
            n => Task.Run(() => inboxes[n % processes].Store(Text("wamid.1", Phone("255700000001"))))));

        Assert.That(await StoredAsync(), Has.Count.EqualTo(1));
        Assert.That(await TeachersAsync(), Has.Count.EqualTo(1));
        Assert.That(await JobsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Makes_one_job_that_answers_the_teacher()
    {
        var teacher = await TeacherAsync((IdentityKind.Phone, "255700000001"));

        await NewInbox().Store(
            Text("wamid.1", Phone("255700000001")), Text("wamid.2", Phone("255700000001"), second: 1));

        var job = (await JobsAsync()).Single();
        Assert.That(QueuedJob.Read(job.Kind, job.Payload), Is.EqualTo(new AnswerTeacher(teacher)));
        Assert.That((job.Lane, job.Mailbox), Is.EqualTo(($"teacher:{teacher}", $"teacher:{teacher}")));
        Assert.That(job.State, Is.EqualTo(JobState.Waiting));
    }

    [Test]
    public async Task Makes_no_job_for_a_message_that_was_known()
    {
        var inbox = NewInbox();
        await inbox.Store(Text("wamid.1", Phone("255700000001")));
        await using (var context = Database.Context())
            await context.Jobs.ExecuteDeleteAsync();

        await inbox.Store(Text("wamid.1", Phone("255700000001"), "another text"));

        Assert.That((await StoredAsync()).Single().Text, Is.EqualTo("Habari"));
        Assert.That(await JobsAsync(), Is.Empty);
    }

    [Test]
    public async Task Keeps_the_order_of_a_post_whatever_its_ids_are()
    {
        await TeacherAsync((IdentityKind.Phone, "255700000001"));
        var sender = Phone("255700000001");

        await NewInbox().Store(Text("wamid.c", sender), Text("wamid.a", sender), Text("wamid.b", sender));

        Assert.That((await StoredAsync()).Select(m => m.Wamid), Is.EqualTo(["wamid.c", "wamid.a", "wamid.b"]));
    }

    [Test]
    public async Task Keeps_everything_of_a_message()
    {
        var message = new ReceivedMessage(
            "wamid.1", Phone("255700000001"), InboundKind.Document, "Silabasi 🙏🏾", "detail", "wamid.0", "7", "application/pdf",
            "silabasi.pdf", Now, """{"id":"wamid.1"}""");

        await NewInbox().Store(message);

        var stored = (await StoredAsync()).Single();
        Assert.That(
            new ReceivedMessage(
                stored.Wamid, message.Sender, stored.Kind, stored.Text, stored.Detail, stored.About, stored.MediaId,
                stored.MimeType, stored.FileName, stored.SentAt, stored.Payload!),
            Is.EqualTo(message));
    }

    [Test]
    public async Task Keeps_what_is_never_answered_and_makes_no_job_for_it()
    {
        await NewInbox().Store(Text("wamid.1", Phone("255700000001")) with { Kind = InboundKind.System });

        Assert.That((await StoredAsync()).Single().State, Is.EqualTo(InboundState.Kept));
        Assert.That(await JobsAsync(), Is.Empty);
    }

    [Test]
    public async Task Leaves_a_reaction_to_the_one_job_that_records_feedback()
    {
        await NewInbox().Store(Text("wamid.1", Phone("255700000001")) with { Kind = InboundKind.Reaction });

        Assert.That((await StoredAsync()).Single().State, Is.EqualTo(InboundState.Reacted));
        Assert.That((await JobsAsync()).Select(j => j.Kind), Is.EqualTo(new[] { nameof(RecordFeedback) }));
    }

    [Test]
    public async Task Stores_every_kind_of_item_of_one_post()
    {
        var webhook = new ReadWebhook(
            [Text("wamid.1", Phone("255700000001"))],
            [Report("wamid.9", "sent"), Report("wamid.9", "read")],
            [Event()],
            [Quarantined("42")]);

        await NewInbox().StoreAsync(webhook, default);

        await using var context = Database.Context();
        Assert.That(await context.DeliveryReports.OrderBy(r => r.Id).Select(r => r.Status).ToListAsync(), Is.EqualTo(["sent", "read"]));
        Assert.That(await context.AccountEvents.CountAsync(), Is.EqualTo(1));
        Assert.That(await context.QuarantinedItems.Select(q => q.Raw).ToListAsync(), Is.EqualTo(["42"]));
        Assert.That((await JobsAsync()).Select(j => j.Kind), Is.EquivalentTo([nameof(AnswerTeacher), nameof(RecordStatuses)]));
    }

    [Test]
    public async Task Makes_one_job_for_all_statuses_that_wait()
    {
        var inbox = NewInbox();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => inbox.StoreAsync(Of(Report($"wamid.{n}", "sent")), default)));

        await using var context = Database.Context();
        Assert.That(await context.DeliveryReports.CountAsync(), Is.EqualTo(20));
        Assert.That((await JobsAsync()).Single().Kind, Is.EqualTo(nameof(RecordStatuses)));
    }

    [Test]
    public async Task Keeps_a_bad_post_from_failing_its_neighbours()
    {
        await TeacherAsync((IdentityKind.Phone, "255700000001"));
        var inbox = NewInbox();
        var sender = Phone("255700000001");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => n == 5
            ? inbox.Store(Text("wamid.good", sender), Text("wamid.bad", sender, "no\0text") with { Payload = "raw\0\ud83d" })
            : inbox.Store(Text($"wamid.{n}", sender))));

        Assert.That((await StoredAsync()).ConvertAll(m => m.Wamid), Has.Count.EqualTo(10).And.Contain("wamid.good"));
        await using var context = Database.Context();
        Assert.That((await context.QuarantinedItems.SingleAsync()).Raw, Is.EqualTo("raw\uFFFD\uFFFD"));
    }

    [Test]
    public async Task Gives_its_session_back_as_it_was()
    {
        await TeacherAsync((IdentityKind.Phone, "255700000001"));
        await using (var store = new PlainStore(Database.Source))
            await store.StoreAsync([new Post(Of(Text("wamid.1", Phone("255700000001"))), Now)], Now);

        var settings = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            await using var connection = await Database.Source.OpenConnectionAsync();
            await using var command = new NpgsqlCommand("select current_setting('enable_seqscan') from pg_sleep(0.2)", connection);
            return (string)(await command.ExecuteScalarAsync())!;
        }));

        Assert.That(settings, Is.All.EqualTo("on"));
    }

    [Test]
    public async Task Quarantines_an_id_that_the_index_cannot_hold()
    {
        var random = new Random(1);
        var wamid = new string([.. Enumerable.Range(0, 20_000).Select(_ => (char)random.Next('0', 'z'))]);

        await NewInbox().Store(Text(wamid, Phone("255700000001")));

        await using var context = Database.Context();
        Assert.That(await context.QuarantinedItems.CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Says_that_the_database_is_away()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=/nowhere;Username=twiga");

        await Assert.ThrowsAsync<NpgsqlException>(() => NewInbox(nowhere).Store(Text("wamid.1", Phone("255700000001"))));
    }

    [Test]
    public async Task Goes_on_when_its_connection_has_died()
    {
        await TeacherAsync((IdentityKind.Phone, "255700000001"));
        var named = new NpgsqlConnectionStringBuilder(Database.ConnectionString) { ApplicationName = "doomed" };
        await using var source = NpgsqlDataSource.Create(named);
        var inbox = NewInbox(source);
        await inbox.Store(Text("wamid.1", Phone("255700000001")));

        await using (var command = Database.Source.CreateCommand(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'doomed'"))
            Assert.That(await command.ExecuteScalarAsync(), Is.GreaterThan(0));
        await inbox.Store(Text("wamid.2", Phone("255700000001")));

        Assert.That(await StoredAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Lets_a_caller_go_who_does_not_want_to_wait_and_stores_all_the_same()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var inbox = NewInbox();

        await Assert.CatchAsync<OperationCanceledException>(
            () => inbox.StoreAsync(Of(Text("wamid.1", Phone("255700000001"))), gone.Token));
        await inbox.Store(Text("wamid.2", Phone("255700000001")));

        Assert.That(await StoredAsync(), Has.Count.EqualTo(2));
    }
}
