using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Messaging;

internal sealed class Asking_for_her_records
{
    [TestCase("Delete my data")]
    [TestCase("/delete my data!")]
    [TestCase("please delete all my data")]
    [TestCase("delete my account")]
    [TestCase("futa data yangu")]
    [TestCase("Naomba ufute taarifa zangu")]
    [TestCase("FUTA  taarifa\nzangu zote, tafadhali.")]
    [TestCase("futa\u200b akaunti yangu")]
    public void To_go_is_understood_in_many_words(string words) =>
        Assert.That(Wish(words), Is.TypeOf<RecordWish.AskDelete>());

    [TestCase("my data")]
    [TestCase("Taarifa zangu?")]
    [TestCase("naomba data zangu")]
    public void To_see_is_understood_in_many_words(string words) =>
        Assert.That(Wish(words), Is.TypeOf<RecordWish.Send>());

    [TestCase("delete my data from the table and explain")]
    [TestCase("futa")]
    [TestCase("taarifa zangu za hali ya hewa")]
    [TestCase("data")]
    public void Other_words_are_for_the_talk(string words) => Assert.That(Wish(words), Is.Null);

    private static RecordWish? Wish(string words) => RecordWords.Of(new InboundMessage
    {
        Wamid = "wamid.1",
        TeacherId = new TeacherId(7),
        Kind = InboundKind.Text,
        Text = words,
        SentAt = DateTimeOffset.UnixEpoch,
        ReceivedAt = DateTimeOffset.UnixEpoch,
    });
}
