using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Twiga.Application.Messaging;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Infrastructure.Tests.WhatsApp;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Fetching_a_medium
{
    private const long Most = 1000;
    private MediaHost _host = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await MediaHost.StartAsync();
        _host.Content = [.. Enumerable.Range(0, 200).Select(n => (byte)n)];
        _host.Tells = () => new
        {
            url = $"{_host.Address}/bytes",
            mime_type = "image/png",
            sha256 = Convert.ToHexStringLower(SHA256.HashData(_host.Content)),
            file_size = _host.Content.Length,
        };
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Asks_for_the_address_and_then_for_the_bytes_both_with_the_token()
    {
        var fetched = (FetchedMedium.Fetched)await FetchAsync();

        Assert.That((fetched.MimeType, fetched.Content), Is.EqualTo(("image/png", _host.Content)));
        Assert.That(_host.Tokens, Is.EqualTo(new[] { "Bearer secret", "Bearer secret" }));
    }

    [Test]
    public async Task Asks_for_a_new_address_when_the_first_has_lapsed()
    {
        _host.Lapses = 1;

        Assert.That(await FetchAsync(), Is.TypeOf<FetchedMedium.Fetched>());
        Assert.That(_host.Resolved, Is.EqualTo(2));
    }

    [Test]
    public void Is_tried_again_later_when_the_address_lapses_over_and_over()
    {
        _host.Lapses = 9;

        Assert.That(FetchAsync, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task Takes_a_medium_for_gone_that_WhatsApp_does_not_know()
    {
        _host.Refuses = 100;

        Assert.That(await FetchAsync(), Is.TypeOf<FetchedMedium.Gone>());
    }

    [TestCase(190)]
    [TestCase(131000)]
    public void Is_tried_again_later_after_any_other_refusal(int code)
    {
        _host.Refuses = code;

        Assert.That(FetchAsync, Throws.Exception);
    }

    [Test]
    public async Task Does_not_fetch_what_is_said_to_be_too_big()
    {
        _host.Tells = () => new { url = $"{_host.Address}/bytes", file_size = "1001" };

        Assert.That(await FetchAsync(), Is.TypeOf<FetchedMedium.TooBig>());
        Assert.That(_host.Tokens, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Stops_fetching_what_turns_out_to_be_too_big()
    {
        _host.Content = new byte[1001];
        _host.Tells = () => new { url = $"{_host.Address}/bytes", file_size = 10 };

        Assert.That(await FetchAsync(), Is.TypeOf<FetchedMedium.TooBig>());
    }

    [Test]
    public void Is_tried_again_later_when_the_bytes_are_others_than_told()
    {
        _host.Tells = () => new { url = $"{_host.Address}/bytes", sha256 = new string('0', 64) };

        Assert.That(FetchAsync, Throws.InstanceOf<IOException>());
    }

    private async Task<FetchedMedium> FetchAsync()
    {
        using var http = new HttpClient();
        var options = Options.Create(new WhatsAppOptions
        {
            GraphUrl = _host.Address,
            PhoneNumberId = "1",
            AccessToken = "secret",
        });
        return await new Media(http, options).FetchAsync("12345", Most, CancellationToken.None);
    }
}
