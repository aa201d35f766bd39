using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Tests;

namespace Twiga.Application.Tests.Messaging;

/// <summary>What index.json says of each payload, for the reader.</summary>
internal sealed class Reading_every_fixture
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_338_300);

    private static readonly Dictionary<string, InboundKind> Kinds = new()
    {
        ["audio"] = InboundKind.Audio,
        ["audio.voice"] = InboundKind.Voice,
        ["button"] = InboundKind.Button,
        ["contacts"] = InboundKind.Contacts,
        ["document"] = InboundKind.Document,
        ["image"] = InboundKind.Image,
        ["interactive"] = InboundKind.Unsupported,
        ["interactive.button_reply"] = InboundKind.Button,
        ["interactive.call_permission_reply"] = InboundKind.Unsupported,
        ["interactive.list_reply"] = InboundKind.ListReply,
        ["interactive.nfm_reply"] = InboundKind.FlowReply,
        ["interactive.unknown"] = InboundKind.Unsupported,
        ["location"] = InboundKind.Location,
        ["mixed"] = InboundKind.Text,
        ["order"] = InboundKind.Order,
        ["reaction"] = InboundKind.Reaction,
        ["sticker"] = InboundKind.Sticker,
        ["system.number-change"] = InboundKind.System,
        ["system.unknown"] = InboundKind.System,
        ["system.user-id-change"] = InboundKind.System,
        ["system.user_changed_number"] = InboundKind.System,
        ["text"] = InboundKind.Text,
        ["unknown"] = InboundKind.Unsupported,
        ["unsupported"] = InboundKind.Unsupported,
    };

    public static IEnumerable<WhatsAppFixtures.Payload> Payloads => WhatsAppFixtures.Payloads;

    [Test]
    public void Covers_the_whole_index() => Assert.That(WhatsAppFixtures.Payloads, Has.Count.EqualTo(156));

    [TestCaseSource(nameof(Payloads))]
    public void Finds_what_the_index_says(WhatsAppFixtures.Payload payload)
    {
        var read = WebhookReader.Read(WhatsAppFixtures.Read(payload.File), Now);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Messages, Has.Count.EqualTo(payload.DistinctMessages), "messages");
            Assert.That(read.Reports, Has.Count.EqualTo(payload.Outcomes("status")), "statuses");
            Assert.That(read.Quarantined, Has.Count.EqualTo(payload.Outcomes("quarantine")), "quarantined");
            Assert.That(
                read.Events,
                Has.Count.EqualTo(payload.Kind == "empty" ? 0 : payload.Outcomes("ignore")),
                "events");
            Assert.That(read.Messages.Select(m => m.Wamid), Is.Unique);
            Assert.That(read.Messages.Select(m => m.SentAt), Is.Ordered);
            Assert.That(read.Messages.Any(Waits), Is.EqualTo(payload.Answer ?? read.Messages.Any(Waits)), "answer");
        }
    }

    [TestCaseSource(nameof(Payloads))]
    public void Knows_its_kind(WhatsAppFixtures.Payload payload)
    {
        // the one file that says image and holds a text
        var kind = payload.File == "synthetic/type-and-object-differ.json" ? "text" : payload.Kind;
        var read = WebhookReader.Read(WhatsAppFixtures.Read(payload.File), Now);

        Assert.That(
            read.Messages.Select(m => m.Kind).Take(1),
            Is.EqualTo(read.Messages.Take(1).Select(_ => Kinds.GetValueOrDefault(kind, (InboundKind)(-1)))));
    }

    private static bool Waits(ReceivedMessage message) =>
        message.Kind is not (InboundKind.Reaction or InboundKind.System);
}
