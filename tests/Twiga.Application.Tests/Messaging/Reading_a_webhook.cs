using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Tests;

namespace Twiga.Application.Tests.Messaging;

internal sealed class Reading_a_webhook
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_338_300);

    [Test]
    public void Orders_messages_by_the_time_they_were_sent() =>
        Assert.That(Texts("messages-newest-first"), Is.EqualTo(Texts("messages-newest-first", inFile: true).Reverse()));

    [Test]
    public void Keeps_the_order_of_the_array_within_a_second() =>
        Assert.That(Texts("messages-same-second"), Is.EqualTo(Texts("messages-same-second", inFile: true)));

    [Test]
    public void Takes_thirteen_digits_for_milliseconds() =>
        Assert.That(Only("timestamp-milliseconds").SentAt.Year, Is.EqualTo(2026));

    [TestCase("timestamp-missing")]
    [TestCase("timestamp-words")]
    [TestCase("timestamp-far-future")]
    public void Takes_the_time_of_receipt_for_a_timestamp_it_cannot_use(string file) =>
        Assert.That(Only(file).SentAt, Is.EqualTo(Now));

    [Test]
    public void Replaces_half_characters_and_keeps_the_message_beside_them()
    {
        var texts = Texts("text-lone-surrogate");

        Assert.That(texts[0], Is.EqualTo("\uFFFD mid \uFFFD end \uFFFD\uFFFD"));
        Assert.That(texts[1], Is.EqualTo("A good message in the same POST"));
    }

    [Test]
    public void Replaces_the_null_character() =>
        Assert.That(Texts("text-null-character")[0], Is.EqualTo("before\uFFFDafter"));

    [Test]
    public void Reads_the_escaped_form_of_the_wire_as_the_same_words()
    {
        var file = WhatsAppFixtures.Read("synthetic/text-emoji-swahili-arabic.json");
        var plain = WebhookReader.Read(file, Now).Messages.Select(m => m.Text);
        var escaped = JsonNode.Parse(file)!.ToJsonString();

        Assert.That(escaped, Does.Contain("\\uD83"));
        Assert.That(WebhookReader.Read(Encoding.UTF8.GetBytes(escaped), Now).Messages.Select(m => m.Text), Is.EqualTo(plain));
    }

    [Test]
    public void Finds_the_name_by_the_id_and_not_by_the_place()
    {
        var read = Read("contacts-in-other-order");
        var file = JsonNode.Parse(WhatsAppFixtures.Read("synthetic/contacts-in-other-order.json"))!;
        var names = file["entry"]![0]!["changes"]![0]!["value"]!["contacts"]!.AsArray()
            .ToDictionary(c => (string)c!["wa_id"]!, c => (string)c!["profile"]!["name"]!);

        Assert.That(read.Messages.Select(m => m.Sender.ProfileName), Is.EqualTo(read.Messages.Select(m => names[m.Sender.Phone!])));
    }

    [Test]
    public void Knows_a_phone_by_its_digits_alone() =>
        Assert.That(Only("sender-plus-and-spaces").Sender.Phone, Is.EqualTo("255700000001"));

    [Test]
    public void Finds_a_sender_who_stands_only_in_the_contacts() =>
        Assert.That(Only("sender-only-in-contacts").Sender.Phone, Is.EqualTo("255700000001"));

    [Test]
    public void Reads_every_id_of_a_sender() =>
        Assert.That(
            Only("sender-bsuid-and-parent").Sender,
            Is.EqualTo(new Sender(null, "TZ.13491208655302741918", "TZ.ENT.11815799212886844830", "Neema Mollel")));

    [Test]
    public void Knows_a_business_scoped_id_that_stands_where_the_phone_belongs()
    {
        var sender = One("""{"id":"wamid.1","from":"TZ.1349","type":"text","text":{"body":"Habari"}}""").Sender;

        Assert.That(sender, Is.EqualTo(new Sender(null, "TZ.1349", null, null)));
    }

    [Test]
    public void Cuts_and_cleans_a_name_without_believing_it()
    {
        var name = Only("profile-name-hostile").Sender.ProfileName!;

        Assert.That(name, Has.Length.LessThanOrEqualTo(100));
        Assert.That(name.Any(char.IsControl), Is.False);
        Assert.That(name, Does.Not.Contain('\u202E'));
    }

    [Test]
    public void Keeps_only_the_last_part_of_a_file_name() =>
        Assert.That(Only("document-hostile-name").FileName, Is.EqualTo("passwd.pdf"));

    [Test]
    public void Says_what_a_person_becomes_when_her_number_changes()
    {
        Assert.That(Only("number-change").Becomes, Is.EqualTo(new Sender("255700000009", null, null, null)));
        Assert.That(
            Only("number-change-new-style").Becomes,
            Is.EqualTo(new Sender("255700000009", "TZ.99887766554433221100", null, null)));
        Assert.That(Only("user-id-change").Becomes, Is.EqualTo(new Sender(null, "TZ.99887766554433221100", null, null)));
        Assert.That(Only("system-unknown-kind").Becomes, Is.Null);
    }

    [Test]
    public void Reads_what_was_tapped_by_its_id_and_title()
    {
        var tapped = Only("button-reply-no-context");

        Assert.That(tapped.Detail, Is.Not.Null.And.Not.Empty);
        Assert.That(tapped.Text, Is.Not.Null.And.Not.Empty);
    }

    [Test]
    public void Keeps_the_code_of_a_failure()
    {
        var report = Read("status-failed-window-closed").Reports.Single();

        Assert.That((report.Status, report.ErrorCode), Is.EqualTo(("failed", (int?)131047)));
    }

    [Test]
    public void Takes_our_own_id_from_a_status_only_where_it_is_one()
    {
        Assert.That(Read("status-with-callback-data").Reports.Single().CallbackId, Is.Null);
        Assert.That(
            Status("""{"id":"wamid.1","status":"sent","biz_opaque_callback_data":"45"}""").CallbackId,
            Is.EqualTo(OutgoingMessageId.From(45)));
    }

    [Test]
    public void Survives_a_body_that_is_nothing_but_depth()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 1_000_000)) + string.Concat(Enumerable.Repeat("]", 1_000_000));
        var body = Envelope($$$"""[{"id":"wamid.1","from":"255700000001","deep":{{{deep}}},"text":{"body":"here"}}]""");

        Assert.That(WebhookReader.Read(body, Now).Messages.Single().Text, Is.EqualTo("here"));
    }

    [Test]
    public void Quarantines_an_id_that_no_index_could_hold()
    {
        var read = WebhookReader.Read(
            Envelope($$"""[{"id":"{{new string('x', 3000)}}","from":"255700000001"},{"id":"wamid.2","from":"255700000001"}]"""),
            Now);

        Assert.That((read.Messages.Count, read.Quarantined.Count), Is.EqualTo((1, 1)));
    }

    [TestCase("not json")]
    [TestCase("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\"")]
    public void Keeps_what_is_no_JSON_for_an_operator(string body)
    {
        var read = WebhookReader.Read(Encoding.UTF8.GetBytes(body), Now);

        Assert.That(read.Quarantined.Single().Raw, Is.EqualTo(body));
    }

    [Test]
    public void Quarantines_only_the_item_whose_bytes_are_no_UTF8()
    {
        var body = Envelope("""[{"id":"wamid.1","from":"255700000001","text":{"body":"H##llo"}},{"id":"wamid.2","from":"255700000001","text":{"body":"good"}}]""");
        body[body.AsSpan().IndexOf("##"u8)] = 0xFF;

        var read = WebhookReader.Read(body, Now);

        Assert.That(read.Messages.Single().Text, Is.EqualTo("good"));
        Assert.That(read.Quarantined, Has.Count.EqualTo(1));
    }

    [Test]
    public void Reads_three_megabytes_of_a_thousand_messages()
    {
        var items = Enumerable.Range(0, 1000).Select(n =>
            $$$"""{"id":"wamid.{{{n}}}","from":"2557001{{{n % 50:00000}}}","text":{"body":"{{{new string('x', 3000)}}}"}}""");

        Assert.That(WebhookReader.Read(Envelope($"[{string.Join(',', items)}]"), Now).Messages, Has.Count.EqualTo(1000));
    }

    [Test]
    public void Never_throws_and_stores_only_what_PostgreSQL_can_hold()
    {
        var bodies = WhatsAppFixtures.Payloads.Select(p => WhatsAppFixtures.Read(p.File)).Where(b => b.Length < 4000).ToArray();
        var change = Gen.Select(Gen.Double[0, 1], Gen.OneOf("\"", "{", "}", "[", "]", ",", "null", "7", "\\", "\\u0000", "\\ud83d", "\xFF", "a"));

        Gen.Select(Gen.Int[0, bodies.Length - 1], change.Array[1, 4]).Sample(
            (which, changes) =>
            {
                var body = bodies[which].ToList();
                foreach (var (at, bytes) in changes)
                    body.InsertRange((int)(at * body.Count), Encoding.Latin1.GetBytes(bytes));

                var read = WebhookReader.Read(body.ToArray(), Now);
                return read.Messages.SelectMany(m => new[] { m.Wamid, m.Text, m.Detail, m.About, m.MediaId, m.Payload })
                    .Concat(read.Quarantined.Select(q => q.Raw))
                    .All(IsStorable);
            },
            iter: 20_000);
    }

    private static bool IsStorable(string? text) =>
        text is null || (!text.Contains('\0') && text.EnumerateRunes().Sum(r => r.Utf16SequenceLength) == text.Length
            && new UTF8Encoding(false, true).GetByteCount(text) >= text.Length);

    private static ReadWebhook Read(string file) =>
        WebhookReader.Read(WhatsAppFixtures.Read($"synthetic/{file}.json"), Now);

    private static ReceivedMessage Only(string file) => Read(file).Messages.Single();

    private static ReceivedMessage One(string item) => WebhookReader.Read(Envelope($"[{item}]"), Now).Messages.Single();

    private static DeliveryReport Status(string item) =>
        WebhookReader.Read(Envelope($"[{item}]", "statuses"), Now).Reports.Single();

    private static byte[] Envelope(string items, string member = "messages") => Encoding.UTF8.GetBytes(
        $$$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"{{{member}}}":{{{items}}}}}]}]}""");

    private static IReadOnlyList<string> Texts(string file, bool inFile = false) => inFile
        ? [.. JsonNode.Parse(WhatsAppFixtures.Read($"synthetic/{file}.json"))!["entry"]![0]!["changes"]![0]!["value"]!["messages"]!
            .AsArray().Select(m => (string)m!["text"]!["body"]!)]
        : [.. Read(file).Messages.Select(m => m.Text!)];
}
