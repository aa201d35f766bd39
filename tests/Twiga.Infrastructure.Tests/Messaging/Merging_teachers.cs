using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Twiga.Domain.Conversations;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using static Twiga.Infrastructure.Tests.Messaging.Webhooks;

namespace Twiga.Infrastructure.Tests.Messaging;

internal sealed class Merging_teachers
{
    private readonly Twins _twins = new(new PooledDbContextFactory<TwigaContext>(ContextOptions.For(Database.Source)));

    [SetUp]
    public Task Empty() => Database.EmptyAsync();

    [TearDown]
    public Task Close() => CloseInboxesAsync();

    [Test]
    public async Task Moves_the_whole_history_and_the_classes_and_removes_the_other()
    {
        var (geography, biology, history) = await ClassesAsync();
        var kept = await AddAsync(t => t.Teach([geography, biology]), (IdentityKind.Phone, "255700000001"));
        var other = await AddAsync(t => t.Teach([biology, history]), (IdentityKind.UserId, "TZ.1"));
        await NewInbox().Store(Text("wamid.1", UserId("TZ.1")));
        await using (var context = Database.Context())
        {
            context.Add(new Turn { TeacherId = other, StartedAt = Now, Question = "Eleza" });
            context.Add(new OutgoingMessage { TeacherId = other, Content = new TextContent("Habari"), CreatedAt = Now });
            await context.SaveChangesAsync();
        }

        Assert.That(await _twins.MergeAsync(kept, other, default), Is.True);

        await using var after = Database.Context();
        var teacher = await after.Teachers.Include(t => t.Classes).Include(t => t.Identities).SingleAsync();
        Assert.That(teacher.Id, Is.EqualTo(kept));
        Assert.That(teacher.Classes.Select(c => c.SchoolClassId), Is.EquivalentTo([geography, biology, history]));
        Assert.That(teacher.Identities.Select(i => i.Value), Is.EquivalentTo(["255700000001", "TZ.1"]));
        Assert.That((await after.InboundMessages.SingleAsync()).TeacherId, Is.EqualTo(kept));
        Assert.That((await after.OutgoingMessages.SingleAsync()).TeacherId, Is.EqualTo(kept));
        Assert.That((await after.Turns.SingleAsync()).TeacherId, Is.EqualTo(kept));
    }

    [Test]
    public async Task Does_nothing_where_one_of_them_is_gone()
    {
        var kept = await TeacherAsync((IdentityKind.Phone, "255700000001"));

        Assert.That(await _twins.MergeAsync(kept, TeacherId.From(999_999), default), Is.False);
        Assert.That(await TeachersAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Loses_no_message_that_is_stored_while_it_works()
    {
        for (var round = 0; round < 10; round++)
        {
            await Database.EmptyAsync();
            var kept = await TeacherAsync((IdentityKind.Phone, "255700000001"));
            var other = await TeacherAsync((IdentityKind.UserId, "TZ.1"));
            var inbox = NewInbox();

            var storing = Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
            {
                await Task.Delay(n % 4);
                await inbox.Store(Text($"wamid.{n}", UserId("TZ.1")));
            }));
            await _twins.MergeAsync(kept, other, default);
            await storing;

            Assert.That((await StoredAsync()).Select(m => m.TeacherId), Is.All.EqualTo(kept));
            Assert.That(await StoredAsync(), Has.Count.EqualTo(20));
        }
    }

    private static async Task<TeacherId> AddAsync(Action<Teacher> change, (IdentityKind Kind, string Value) id)
    {
        var teacher = await TeacherAsync(id);
        await using var context = Database.Context();
        change(await context.Teachers.Include(t => t.Classes).SingleAsync(t => t.Id == teacher));
        await context.SaveChangesAsync();
        return teacher;
    }

    private static async Task<(SchoolClassId, SchoolClassId, SchoolClassId)> ClassesAsync()
    {
        await using var context = Database.Context();
        context.Add(new Subject { Key = "any", English = "Any", Swahili = "Lolote" });
        var classes = new[] { "F1", "F2", "F3" }.Select(grade => new SchoolClass
        {
            SubjectKey = "any", GradeCode = grade, English = grade, Swahili = grade, Medium = Language.English,
        }).ToList();
        context.AddRange(classes);
        await context.SaveChangesAsync();
        return (classes[0].Id, classes[1].Id, classes[2].Id);
    }
}
