using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Twiga.Application.Onboarding;
using Twiga.Infrastructure.WhatsApp;
using Twiga.Tests;

namespace Twiga.Infrastructure.Tests.Flows;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Publishing_flows : IDisposable
{
    private static readonly Uri Endpoint = new("https://twiga.example.org/flows");
    private readonly Meta _meta = new();
    private readonly FlowKeys _keys = new();
    private readonly WhatsAppOptions _whatsApp = new() { PhoneNumberId = "106", BusinessAccountId = "102", AccessToken = "t" };

    public void Dispose()
    {
        _meta.Dispose();
        _keys.Dispose();
    }

    [Test]
    public async Task Creates_fills_and_publishes_a_form_once()
    {
        var first = await Registry().PublishAsync(FlowForm.Profile, "{\"version\":\"7.3\"}", Endpoint, default);
        var again = await Registry().PublishAsync(FlowForm.Profile, "{\"version\":\"7.3\"}", Endpoint, default);
        var changed = await Registry().PublishAsync(FlowForm.Profile, "{\"version\":\"7.2\"}", Endpoint, default);

        Assert.That((first.WasNew, again.WasNew, changed.WasNew), Is.EqualTo((true, false, true)));
        Assert.That(again.Id, Is.EqualTo(first.Id));
        Assert.That(changed.Id, Is.Not.EqualTo(first.Id));
        Assert.That(first.Name, Does.Match("^twiga_profile_[0-9a-f]{8}$"));
        Assert.That(_meta.Calls.Where(c => c.StartsWith("POST", StringComparison.Ordinal)).Take(3), Is.EqualTo(new[]
        {
            "POST /v25.0/102/flows", $"POST /v25.0/{first.Id}/assets", $"POST /v25.0/{first.Id}/publish",
        }));
    }

    [Test]
    public void Says_what_meta_finds_wrong_in_a_file()
    {
        _meta.Faults = """[{"error":"INVALID_PROPERTY"}]""";

        Assert.That(
            () => Registry().PublishAsync(FlowForm.Classes, "{}", Endpoint, default),
            Throws.TypeOf<FlowsRefusedException>().With.Message.Contains("INVALID_PROPERTY"));
    }

    [Test]
    public void Says_which_setting_lacks()
    {
        _whatsApp.BusinessAccountId = null;

        Assert.That(
            () => Registry().PublishAsync(FlowForm.Classes, "{}", Endpoint, default),
            Throws.TypeOf<FlowsRefusedException>().With.Message.StartsWith("WhatsApp__BusinessAccountId"));
        Assert.That(
            () => Registry().PublishKeyAsync(default),
            Throws.TypeOf<FlowsRefusedException>().With.Message.StartsWith("WhatsApp__Flows__PrivateKey"));
    }

    [Test]
    public async Task Uploads_the_public_half_of_the_key()
    {
        var key = Path.Combine(FlowFixtures.Folder, "keys", "test-c.pkcs1.pem");
        var expected = await File.ReadAllTextAsync(Path.Combine(FlowFixtures.Folder, "keys", "test-c.public.pem"));

        var pem = await Registry(new FlowsOptions { PrivateKey = key }).PublishKeyAsync(default);

        Assert.That(pem.Trim(), Is.EqualTo(expected.Trim()));
        Assert.That(_meta.Bodies.Last(), Does.StartWith("business_public_key=-----BEGIN+PUBLIC+KEY"));
        Assert.That(_meta.Calls.Last(), Is.EqualTo("POST /v25.0/106/whatsapp_business_encryption"));
    }

    private FlowRegistry Registry(FlowsOptions? flows = null) => new(
        new HttpClient(_meta, disposeHandler: false), _keys, Options.Create(_whatsApp), Options.Create(flows ?? new FlowsOptions()));

    /// <summary>As much of Meta as it takes: Flows by name, with a state.</summary>
    private sealed class Meta : HttpMessageHandler
    {
        private readonly Dictionary<string, (string Name, string Status)> _flows = [];

        public List<string> Calls { get; } = [];

        public List<string> Bodies { get; } = [];

        public string Faults { get; set; } = "[]";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
            Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            var parts = request.RequestUri.AbsolutePath.Split('/')[2..];
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(Answer(request.Method, parts), Encoding.UTF8, "application/json"),
            };
        }

        private string Answer(HttpMethod method, string[] parts)
        {
            switch (parts)
            {
                case ["102", "flows"] when method == HttpMethod.Get:
                    var list = _flows.Select(f => new JsonObject { ["id"] = f.Key, ["name"] = f.Value.Name, ["status"] = f.Value.Status });
                    return new JsonObject { ["data"] = new JsonArray([.. list]) }.ToJsonString();
                case ["102", "flows"]:
                    var id = $"{5000 + _flows.Count}";
                    _flows[id] = ((string)JsonNode.Parse(Bodies[^1])!["name"]!, "DRAFT");
                    return $$"""{"id":"{{id}}"}""";
                case [var flow, "publish"]:
                    _flows[flow] = _flows[flow] with { Status = "PUBLISHED" };
                    return """{"success":true}""";
                default:
                    return $$"""{"success":true,"validation_errors":{{Faults}}}""";
            }
        }
    }
}
