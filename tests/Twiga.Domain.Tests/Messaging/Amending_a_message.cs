using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Tests.Messaging;

internal sealed class Amending_a_message
{
    [Test]
    public void An_edit_takes_the_place_of_the_first_words()
    {
        var message = Message(InboundKind.Text, "tidse");
        message.ChangeTo("tides");

        Assert.That((message.Words, message.Text), Is.EqualTo(("tides", "tidse")));
    }

    [Test]
    public void What_is_taken_back_before_it_was_answered_waits_no_more()
    {
        var message = Message(InboundKind.Text, "wrong chat");
        message.Revoke();

        Assert.That((message.Words, message.State), Is.EqualTo((default(string), InboundState.Kept)));
    }

    [Test]
    public void What_is_taken_back_after_it_was_answered_stays_answered()
    {
        var message = Message(InboundKind.Text, "tides");
        message.AnsweredIn(new() { TeacherId = new TeacherId(1), StartedAt = default, Question = "tides" });
        message.Revoke();

        Assert.That((message.IsRevoked, message.State), Is.EqualTo((true, InboundState.Answered)));
    }

    [Test]
    public void The_words_of_an_order_are_no_question() =>
        Assert.That(Message(InboundKind.Order, "five books").Words, Is.Null);

    [Test]
    public void A_transcript_is_cut_before_half_a_character()
    {
        var message = Message(InboundKind.Voice, null);
        message.MediumSays(new string('a', InboundMessage.LongestTranscript - 1) + "👍");

        Assert.That(message.Transcript, Has.Length.EqualTo(InboundMessage.LongestTranscript - 1));
    }

    [Test]
    public void A_medium_of_which_its_reader_makes_nothing_is_unreadable()
    {
        var message = Message(InboundKind.Voice, null);
        message.MediumSays(" \n");

        Assert.That((message.Medium, message.Transcript), Is.EqualTo((MediumState.Unreadable, default(string))));
    }

    private static InboundMessage Message(InboundKind kind, string? words) => new()
    {
        Wamid = "wamid.1",
        TeacherId = new TeacherId(1),
        Kind = kind,
        Text = words,
        SentAt = default,
        ReceivedAt = default,
    };
}
