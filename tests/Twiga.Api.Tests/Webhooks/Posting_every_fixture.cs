using System.Net;
using System.Net.Http.Json;
using Twiga.Application.Messaging;
using Twiga.Tests;

namespace Twiga.Api.Tests.Webhooks;

internal sealed class Posting_every_fixture
{
    private WebhookHost _host = null!;

    public static IEnumerable<WhatsAppFixtures.Payload> Payloads => WhatsAppFixtures.Payloads;

    public static IEnumerable<WhatsAppFixtures.SignatureVector> Signatures =>
        WhatsAppFixtures.Signatures.Where(v => v.AppSecret == WebhookHost.Secret);

    [OneTimeSetUp]
    public async Task Start() => _host = await WebhookHost.StartAsync(await Cluster.NewDatabaseAsync());

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [SetUp]
    public Task Empty() => _host.EmptyAsync();

    [TestCaseSource(nameof(Payloads))]
    public async Task Stores_what_the_index_says(WhatsAppFixtures.Payload payload)
    {
        var body = WhatsAppFixtures.Read(payload.File);

        using var first = await _host.PostSignedAsync(body);
        using var again = await _host.PostSignedAsync(body);

        Assert.That((first.StatusCode, again.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        var receipt = await first.Content.ReadFromJsonAsync<WebhookReceipt>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt!.Messages, Is.EqualTo(payload.DistinctMessages));
            Assert.That(await _host.CountAsync("inbound_messages"), Is.EqualTo(payload.DistinctMessages), "messages");
            Assert.That(
                await _host.CountAsync("delivery_reports"), Is.EqualTo(2 * payload.Outcomes("status")), "statuses");
            Assert.That(
                await _host.CountAsync("quarantined_items"),
                Is.EqualTo(2 * payload.Outcomes("quarantine")), "quarantined");
            Assert.That(
                await _host.CountAsync("jobs where kind = 'AnswerTeacher'"),
                Is.EqualTo(await _host.CountAsync("(select distinct teacher_id from inbound_messages where state = 'Pending') t")),
                "turns");
            if (payload.Answer is { } answer)
            {
                Assert.That(
                    await _host.CountAsync("jobs where kind = 'AnswerTeacher'"), answer ? Is.GreaterThan(0) : Is.Zero, "answer");
            }
        }
    }

    [Test]
    public async Task Refuses_each_of_them_with_a_wrong_signature_and_stores_nothing()
    {
        foreach (var payload in WhatsAppFixtures.Payloads)
        {
            var body = WhatsAppFixtures.Read(payload.File);
            using var answer = await _host.PostAsync(body, WebhookHost.Sign(body, "another secret"));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), payload.File);
        }

        Assert.That(await StoredAsync(), Is.Zero);
    }

    [TestCaseSource(nameof(Signatures))]
    public async Task Judges_a_signature_as_the_vector_does(WhatsAppFixtures.SignatureVector vector)
    {
        using var answer = await (vector.Header is null
            ? _host.PostAsync(vector.BodyBase64)
            : _host.PostAsync(vector.BodyBase64, vector.Header));

        var accepted = answer.StatusCode == HttpStatusCode.OK;
        Assert.That(accepted, Is.EqualTo(vector.Accepted ?? accepted));
        if (!accepted)
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await StoredAsync(), Is.Zero);
        }
    }

    private Task<long> StoredAsync() => _host.CountAsync(
        """
        (select id from inbound_messages union all select id from delivery_reports union all
         select id from account_events union all select id from quarantined_items union all select id from teachers) t
        """);
}
