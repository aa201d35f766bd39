using Microsoft.EntityFrameworkCore;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Queue;
using static Twiga.Infrastructure.Tests.Messaging.Webhooks;

namespace Twiga.Infrastructure.Tests.Queue;

internal sealed class Picking_up_left_work
{
    private TeacherId _teacher;

    [SetUp]
    public async Task Begin()
    {
        await Database.EmptyAsync();
        _teacher = await TeacherAsync((IdentityKind.Phone, "255700000001"));
        await NewInbox().Store(Text("wamid.1", Phone("255700000001")));
        await using var context = Database.Context();
        context.Add(new OutgoingMessage { TeacherId = _teacher, Content = new TextContent("Karibu"), CreatedAt = Now });
        await context.SaveChangesAsync();
    }

    [TearDown]
    public Task Close() => CloseInboxesAsync();

    [Test]
    public async Task Finds_answers_and_messages_that_no_job_stands_for()
    {
        await ExecuteAsync("delete from jobs");

        Assert.That(await FindAsync(), Is.EqualTo(new IQueued[] { new AnswerTeacher(_teacher), new SendMessages(_teacher) }));
    }

    [Test]
    public async Task Leaves_what_has_a_job_even_a_dead_one()
    {
        await ExecuteAsync("update jobs set state = 'Dead'");

        Assert.That(await FindAsync(), Is.EqualTo(new IQueued[] { new SendMessages(_teacher) }));
    }

    [Test]
    public async Task Begins_again_with_a_medium_that_was_not_fetched_and_with_one_that_was_not_read()
    {
        await ExecuteAsync("delete from jobs");
        await ExecuteAsync("update inbound_messages set medium = 'Opening'");
        var message = (await StoredAsync()).Single();
        var unfetched = await FindAsync();
        await using (var context = Database.Context())
        {
            var file = new KeptFile { TeacherId = _teacher, Name = "a", MimeType = "audio/ogg", Content = [1], CreatedAt = Now };
            context.Add(file);
            await context.SaveChangesAsync();
            await context.InboundMessages.ExecuteUpdateAsync(m => m.SetProperty(x => x.FileId, file.Id));
        }

        Assert.That(unfetched, Does.Contain(new FetchMedium(_teacher, message.Id, "wamid.1")));
        Assert.That(unfetched, Does.Not.Contain(new AnswerTeacher(_teacher)));
        Assert.That(await FindAsync(), Does.Contain(new ReadMedium(_teacher, message.Id, "wamid.1")));
    }

    private static Task<IReadOnlyList<IQueued>> FindAsync() =>
        new LeftWork(Database.Source).FindAsync(TimeProvider.System.GetUtcNow().AddMinutes(1), default);

    private static async Task ExecuteAsync(string sql)
    {
        await using var context = Database.Context();
        await context.Database.ExecuteSqlRawAsync(sql);
    }
}
