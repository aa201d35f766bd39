using MediatR;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Twiga.Application.Common;
using Twiga.Application.Conversations;
using Twiga.Application.Messaging;
using Twiga.Application.Teachers;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Messaging;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Taking_a_turn
{
    private static readonly TeacherId Asha = new(7);
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly ITeachers _teachers = Substitute.For<ITeachers>();
    private readonly IMessages _messages = Substitute.For<IMessages>();
    private readonly IMediator _mediator = Substitute.For<IMediator>();
    private readonly List<InboundMessage> _pending = [];
    private readonly List<string> _asked = [];

    [SetUp]
    public void Meet()
    {
        _teachers.GetAsync(Asha, Arg.Any<CancellationToken>())
            .Returns(Teacher.Active("Asha", Language.English, [], Now));
        _messages.PendingAsync(Arg.Any<TeacherId>(), Arg.Any<CancellationToken>()).Returns(_ => [.. _pending]);
    }

    [Test]
    public async Task Answers_all_that_waits_as_one_turn()
    {
        _pending.AddRange([Text("What is soil?"), Text("And humus?")]);
        Answering();

        await HandleAsync();

        Assert.That(_asked, Is.EqualTo(new[] { "What is soil?\nAnd humus?" }));
        Assert.That(_pending.Select(m => m.State), Is.All.EqualTo(InboundState.Answered));
        _messages.Received(1).Answer(
            Arg.Is<Turn>(t => t.Question == "What is soil?\nAnd humus?" && t.Reply == "Answer 1" && t.FinishedAt == Now),
            Arg.Any<IEnumerable<OutgoingContent>>(),
            Arg.Any<IEnumerable<IQueued>>());
    }

    [Test]
    public async Task Begins_again_with_what_came_meanwhile()
    {
        _pending.Add(Text("What is soil?"));
        AnsweringAsMoreComes(newcomers: 1);

        await HandleAsync();

        Assert.That(_asked, Has.Count.EqualTo(2));
        Assert.That(_asked[1], Is.EqualTo("What is soil?\nmore 1"));
        Assert.That(_pending.Select(m => m.State), Is.All.EqualTo(InboundState.Answered));
    }

    [Test]
    public async Task Begins_again_at_most_twice_and_leaves_the_newcomer_to_the_next_turn()
    {
        _pending.Add(Text("What is soil?"));
        AnsweringAsMoreComes(newcomers: 9);

        await HandleAsync();

        Assert.That(_asked, Has.Count.EqualTo(3));
        Assert.That(_pending.Select(m => m.State), Is.EqualTo(new[]
        {
            InboundState.Answered, InboundState.Answered, InboundState.Answered, InboundState.Pending,
        }));
    }

    [Test]
    public async Task Ends_though_more_comes_while_the_day_is_used_up()
    {
        _pending.Add(Text("What is soil?"));
        var calls = 0;
        _mediator.Send(Arg.Any<Converse>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            _pending.Add(Text($"more {++calls}"));
            if (calls <= 3)
                throw new OverQuotaException(new Admission(new HashSet<InboundMessageId> { default }, QuotaLimit.HerMessages, Now));
            return calls < 12
                ? new Reply("Answer", [new TextContent("Answer")], new AnsweredBy("1", "m", 1, 1), [], [])
                : throw new InvalidOperationException("It never ends.");
        });

        await HandleAsync();

        Assert.That(calls, Is.EqualTo(4));
    }

    [Test]
    public async Task Says_what_cannot_be_read_when_there_are_no_words()
    {
        _pending.Add(Message(InboundKind.Image, null));

        await HandleAsync();

        Assert.That(_asked, Is.Empty);
        Assert.That(_pending[0].State, Is.EqualTo(InboundState.Kept));
        await _messages.Received(1).NoticeAsync(
            Arg.Any<Teacher>(), Notice.CannotSeePictures, Arg.Any<CancellationToken>());
    }

    [TestCase(5, false)]
    [TestCase(31, true)]
    public async Task Waits_with_a_medium_for_what_was_sent_with_it_and_not_for_what_came_later(int seconds, bool answers)
    {
        var voice = Message(InboundKind.Voice, null);
        voice.BeginOpening();
        _pending.AddRange([voice, Message(InboundKind.Text, "What is soil?", seconds)]);
        Answering();

        await HandleAsync();

        Assert.That(_asked, answers ? Is.EqualTo(new[] { "What is soil?" }) : Is.Empty);
        Assert.That(
            _pending.Select(m => m.State),
            Is.EqualTo(new[] { InboundState.Pending, answers ? InboundState.Answered : InboundState.Pending }));
    }

    [TestCase(InboundKind.Text, "my data", null)]
    [TestCase(InboundKind.Text, "Mipangilio", null)]
    [TestCase(InboundKind.Button, "Yes, delete all", "forget:yes:1795338000")]
    [TestCase(InboundKind.ListReply, "My classes", "settings:classes")]
    [TestCase(InboundKind.Sticker, null, null)]
    public async Task Leaves_what_is_not_for_the_model_to_its_own_turn_when_it_comes_meanwhile(
        InboundKind kind, string? words, string? id)
    {
        _pending.Add(Text("What is soil?"));
        Answering(meanwhile: Message(kind, words, id: id));

        await HandleAsync();

        Assert.That(_asked, Is.EqualTo(new[] { "What is soil?" }));
        Assert.That(_pending.Select(m => m.State), Is.EqualTo(new[] { InboundState.Answered, InboundState.Pending }));
    }

    [Test]
    public async Task Takes_in_a_button_that_stands_for_words()
    {
        _pending.Add(Text("What is soil?"));
        Answering(meanwhile: Message(InboundKind.Button, "Another", id: "say:another"));

        await HandleAsync();

        Assert.That(_asked, Is.EqualTo(new[] { "What is soil?", "What is soil?\nAnother" }));
    }

    [Test]
    public async Task Does_not_answer_words_without_their_medium_when_it_answers_later_ones()
    {
        var voice = Message(InboundKind.Voice, null);
        voice.BeginOpening();
        var (hers, later) = (Message(InboundKind.Text, "Is this right?", 5), Message(InboundKind.Text, "What is soil?", 31));
        _pending.AddRange([voice, hers, later]);
        Answering();

        await HandleAsync();

        Assert.That(_asked, Is.EqualTo(new[] { "What is soil?" }));
        Assert.That((hers.State, later.State), Is.EqualTo((InboundState.Pending, InboundState.Answered)));
    }

    [Test]
    public async Task Does_not_answer_words_without_the_picture_that_came_with_them_meanwhile()
    {
        _pending.Add(Text("What is soil?"));
        Answering(meanwhile: [Message(InboundKind.Text, "What is this?", 3), Message(InboundKind.Image, null, 5)]);

        await HandleAsync();

        Assert.That(_asked, Is.EqualTo(new[] { "What is soil?" }));
        Assert.That(
            _pending.Select(m => m.State),
            Is.EqualTo(new[] { InboundState.Answered, InboundState.Pending, InboundState.Pending }));
    }

    [Test]
    public async Task Holds_a_picture_without_words_while_she_is_in_review()
    {
        var teacher = Teacher.Newcomer(Language.English, approvalRequired: true, Now);
        _teachers.GetAsync(Asha, Arg.Any<CancellationToken>()).Returns(teacher);
        _pending.AddRange([Message(InboundKind.Voice, null), Message(InboundKind.Sticker, null)]);

        await HandleAsync();

        Assert.That(_pending.Select(m => m.State), Is.EqualTo(new[] { InboundState.Held, InboundState.Kept }));
    }

    [Test]
    public async Task Takes_the_language_of_her_words()
    {
        _pending.Add(Text("Eleza usanisinuru kwa ufupi"));
        Answering();

        await HandleAsync();

        await _mediator.Received(1).Send(
            Arg.Is<Converse>(c => c.Language == Language.Swahili), Arg.Any<CancellationToken>());
    }

    [Test]
    public async Task Says_which_message_she_replies_to()
    {
        _pending.AddRange([Message(InboundKind.Text, "Explain this", about: "wamid.old"), Message(InboundKind.Text, "please", about: "wamid.old")]);
        Answering();

        await HandleAsync();

        await _mediator.Received(1).Send(
            Arg.Is<Converse>(c => c.RepliesTo.Single() == "wamid.old"), Arg.Any<CancellationToken>());
    }

    private void Answering(params InboundMessage[] meanwhile) =>
        _mediator.Send(Arg.Any<Converse>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            _asked.Add(call.Arg<Converse>().Question);
            if (_asked.Count == 1)
                _pending.AddRange(meanwhile);
            return new Reply($"Answer {_asked.Count}", [new TextContent("Answer")], new AnsweredBy("1", "m", 1, 1), [], []);
        });

    private void AnsweringAsMoreComes(int newcomers) =>
        _mediator.Send(Arg.Any<Converse>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            _asked.Add(call.Arg<Converse>().Question);
            if (newcomers-- > 0)
                _pending.Add(Text($"more {_asked.Count}"));
            return new Reply($"Answer {_asked.Count}", [new TextContent("Answer")], new AnsweredBy("1", "m", 1, 1), [], []);
        });

    private async Task HandleAsync()
    {
        IRequestHandler<AnswerTeacher, Unit> handler =
            new AnswerTeacherHandler(_teachers, _messages, _mediator, new FakeTimeProvider(Now));
        await handler.Handle(new AnswerTeacher(Asha), CancellationToken.None);
    }

    private static InboundMessage Text(string words) => Message(InboundKind.Text, words);

    private static InboundMessage Message(InboundKind kind, string? words, int second = 0, string? id = null, string? about = null) => new()
    {
        About = about,
        Wamid = $"wamid.{words}",
        TeacherId = Asha,
        Kind = kind,
        Text = words,
        Detail = id,
        SentAt = Now,
        ReceivedAt = Now.AddSeconds(second),
    };
}
