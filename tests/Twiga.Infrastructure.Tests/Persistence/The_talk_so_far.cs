using Twiga.Application.Conversations;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Tests.Persistence;

[TestFixture]
internal sealed class The_talk_so_far
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [SetUp]
    public Task EmptyAsync() => Database.EmptyAsync();

    [Test]
    public async Task Is_her_finished_exchanges_in_order_and_no_more_than_asked_for()
    {
        var (neema, asha) = (await TeacherAsync(), await TeacherAsync());
        await TurnAsync(neema, "One?", "1.", Monday);
        await TurnAsync(asha, "Other?", "Not hers.", Monday);
        await TurnAsync(neema, "Two?", "2.", Monday.AddMinutes(1));
        await TurnAsync(neema, "Three?", "3.", Monday.AddMinutes(2));
        await TurnAsync(neema, "Unfinished?", null, Monday.AddMinutes(3));

        Assert.That(
            await RecentAsync(neema, 2), Is.EqualTo(new[] { new Exchange("Two?", "2."), new Exchange("Three?", "3.") }));
    }

    [Test]
    public async Task Begins_anew_when_she_wants_it_to()
    {
        var neema = await TeacherAsync();
        await TurnAsync(neema, "Old?", "Old.", Monday);
        await using (var context = Database.Context())
        {
            (await context.Teachers.FindAsync(neema))!.StartAfresh(Monday.AddMinutes(5));
            await context.SaveChangesAsync();
        }

        await TurnAsync(neema, "New?", "New.", Monday.AddMinutes(6));

        Assert.That(await RecentAsync(neema, 10), Is.EqualTo(new[] { new Exchange("New?", "New.") }));
    }

    [Test]
    public async Task Holds_the_words_of_the_messages_she_replies_to_and_nobody_elses()
    {
        var (neema, asha) = (await TeacherAsync(), await TeacherAsync());
        await using var context = Database.Context();
        context.InboundMessages.AddRange(Hers(neema, "wamid.1", "What is soil?"), Hers(asha, "wamid.2", "Not hers."));
        context.OutgoingMessages.AddRange(
            Told(neema, "wamid.3", new TextContent("Soil is the loose top.")),
            Told(neema, "wamid.4", new ButtonsContent("Two questions.", [new ReplyButton("say:a", "Answers")])),
            Told(asha, "wamid.5", new TextContent("Not hers.")));
        await context.SaveChangesAsync();

        var words = await new Infrastructure.Persistence.Conversations(context).WordsOfAsync(
            neema, ["wamid.1", "wamid.2", "wamid.3", "wamid.4", "wamid.5", "wamid.6"], CancellationToken.None);

        Assert.That(words, Is.EqualTo(new[] { "What is soil?", "Soil is the loose top.", "Two questions." }));
    }

    private static InboundMessage Hers(TeacherId teacher, string wamid, string words) => new()
    {
        TeacherId = teacher,
        Wamid = wamid,
        Kind = InboundKind.Text,
        Text = words,
        SentAt = Monday,
        ReceivedAt = Monday,
    };

    private static OutgoingMessage Told(TeacherId teacher, string wamid, OutgoingContent content)
    {
        var message = new OutgoingMessage { TeacherId = teacher, Content = content, CreatedAt = Monday };
        message.BeginSending(Monday);
        message.Accepted(wamid, Monday);
        return message;
    }

    private static async Task<IReadOnlyList<Exchange>> RecentAsync(TeacherId teacher, int atMost)
    {
        await using var context = Database.Context();
        return await new Infrastructure.Persistence.Conversations(context)
            .RecentAsync(teacher, atMost, CancellationToken.None);
    }

    private static async Task<TeacherId> TeacherAsync()
    {
        await using var context = Database.Context();
        var teacher = Teacher.Active("Neema", Language.Swahili, [], Monday);
        context.Teachers.Add(teacher);
        await context.SaveChangesAsync();
        return teacher.Id;
    }

    private static async Task TurnAsync(TeacherId teacher, string question, string? reply, DateTimeOffset at)
    {
        await using var context = Database.Context();
        var turn = new Turn { TeacherId = teacher, StartedAt = at, Question = question };
        if (reply is not null)
            turn.Answered(reply, new AnsweredBy("converse-1", "m", 1, 1), [], at);
        context.Turns.Add(turn);
        await context.SaveChangesAsync();
    }
}
