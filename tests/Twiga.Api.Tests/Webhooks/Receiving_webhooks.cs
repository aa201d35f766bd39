using System.Net;
using System.Text;
using Npgsql;
using Twiga.Tests;

namespace Twiga.Api.Tests.Webhooks;

internal sealed class Receiving_webhooks
{
    private string _connection = null!;
    private WebhookHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _connection = await Cluster.NewDatabaseAsync();
        _host = await WebhookHost.StartAsync(_connection);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [SetUp]
    public Task Empty() => _host.EmptyAsync();

    [Test]
    public async Task Gives_the_challenge_back_as_it_came()
    {
        using var answer = await _host.Http.GetAsync(
            "/webhooks?hub.mode=subscribe&hub.verify_token=test-verify-token&hub.challenge=0815%20%3Cb%3E%C3%A9");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/plain"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("0815 <b>é"));
    }

    [TestCase("", HttpStatusCode.BadRequest)]
    [TestCase("?hub.mode=subscribe&hub.challenge=1", HttpStatusCode.BadRequest)]
    [TestCase("?hub.mode=subscribe&hub.verify_token=test-verify-token", HttpStatusCode.BadRequest)]
    [TestCase("?hub.verify_token=test-verify-token&hub.challenge=1", HttpStatusCode.BadRequest)]
    [TestCase("?hub.mode=subscribe&hub.verify_token=test-verify-toke&hub.challenge=1", HttpStatusCode.Forbidden)]
    [TestCase("?hub.mode=unsubscribe&hub.verify_token=test-verify-token&hub.challenge=1", HttpStatusCode.Forbidden)]
    public async Task Refuses_to_be_verified(string query, HttpStatusCode status)
    {
        using var answer = await _host.Http.GetAsync("/webhooks" + query);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Answers_with_JSON()
    {
        using var answer = await _host.PostSignedAsync(WhatsAppFixtures.Read("synthetic/messages-and-statuses-mixed.json"));

        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Is.EqualTo("""{"messages":2,"statuses":3,"events":1,"quarantined":0}"""));
    }

    [Test]
    public async Task Takes_the_signature_of_the_escaped_form()
    {
        var text = Encoding.UTF8.GetString(Message("wamid.1", "Asante 🙏🏾 é"));
        var escaped = string.Concat(text.Select(c => c < 0x80 ? c.ToString() : $"\\u{(int)c:x4}"));

        using var answer = await _host.PostAsync(
            Encoding.UTF8.GetBytes(text), WebhookHost.Sign(Encoding.ASCII.GetBytes(escaped)));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await _host.CountAsync("inbound_messages where text = 'Asante 🙏🏾 é'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Refuses_two_signatures_even_if_both_are_right()
    {
        var body = Message("wamid.1", "Habari");
        using var answer = await _host.PostAsync(body, WebhookHost.Sign(body), WebhookHost.Sign(body));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase(3_000_000, HttpStatusCode.OK)]
    [TestCase(4 * 1024 * 1024, HttpStatusCode.OK)]
    [TestCase(4 * 1024 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Takes_four_mebibytes_and_no_more(int bytes, HttpStatusCode status)
    {
        var body = Message("wamid.1", "Habari");
        Array.Resize(ref body, bytes);
        body.AsSpan().Replace((byte)0, (byte)' ');

        using var answer = await _host.PostSignedAsync(body);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Refuses_a_body_that_does_not_say_its_length_and_is_too_long()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks")
        {
            Content = new StreamContent(new LongStream(6 * 1024 * 1024)),
        };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await _host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Stores_one_row_and_one_job_when_the_same_webhook_comes_fifty_times_at_once()
    {
        var body = Message("wamid.1", "Habari");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _host.PostSignedAsync(body)));

        Assert.That(answers.Select(a => a.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(await _host.CountAsync("inbound_messages"), Is.EqualTo(1));
        Assert.That(await _host.CountAsync("jobs"), Is.EqualTo(1));
    }

    [Test]
    public async Task Answers_503_while_the_database_is_away_and_200_when_it_is_back()
    {
        var name = new NpgsqlConnectionStringBuilder(_connection).Database;
        var admin = new NpgsqlConnectionStringBuilder(_connection) { Database = "postgres", Pooling = false };
        await using var source = NpgsqlDataSource.Create(admin);
        using var before = await _host.PostSignedAsync(Message("wamid.1", "Habari"));

        await ExecuteAsync(source, $"alter database {name} allow_connections false");
        await ExecuteAsync(source, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        using var away = await _host.PostSignedAsync(Message("wamid.2", "Habari"));
        await ExecuteAsync(source, $"alter database {name} allow_connections true");
        using var back = await _host.PostSignedAsync(Message("wamid.2", "Habari"));

        Assert.That(
            (before.StatusCode, away.StatusCode, back.StatusCode),
            Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK)));
        Assert.That(await _host.CountAsync("inbound_messages"), Is.EqualTo(2));
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static byte[] Message(string wamid, string text) => Encoding.UTF8.GetBytes(
        $$$"""{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"{{{wamid}}}","from":"255700000001","timestamp":"1795338000","type":"text","text":{"body":"{{{text}}}"}}]}}]}]}""");

    private sealed class LongStream(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
