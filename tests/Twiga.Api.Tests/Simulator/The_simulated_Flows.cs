using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Twiga.Api.Tests.Simulator;

/// <summary>Meta's side of Flows, where the command line meets it only when all goes well.</summary>
[TestFixture]
internal sealed class The_simulated_Flows
{
    private const string Account = "102290129340398";
    private const string Number = "106540352242922";

    private const string Good =
        """
        {"version":"7.3","data_api_version":"3.0","routing_model":{"A":["B"],"B":[]},"screens":[
         {"id":"A","title":"One","layout":{"type":"SingleColumnLayout","children":[
          {"type":"TextInput","name":"name","label":"Name"},
          {"type":"Footer","label":"Next","on-click-action":{"name":"data_exchange","payload":{"name":"${form.name}"}}}]}},
         {"id":"B","title":"Two","terminal":true,"data":{"said":{"type":"string","__example__":"-"}},
          "layout":{"type":"SingleColumnLayout","children":[{"type":"TextBody","text":"${data.said}"},
          {"type":"Footer","label":"Done","on-click-action":{"name":"complete","payload":{}}}]}}]}
        """;

    private SimulatedWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await SimulatedWorld.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [TestCase("\"version\":\"7.3\"", "\"version\":\"4.0\"", "INVALID_PROPERTY_VALUE")]
    [TestCase("\"A\":[\"B\"]", "\"A\":[\"C\"]", "INVALID_ROUTING_MODEL")]
    [TestCase("\"name\":\"name\",", "", "INVALID_DYNAMIC_BINDING")]
    [TestCase(",\"__example__\":\"-\"", "", "MISSING_REQUIRED_PROPERTY")]
    [TestCase("\"label\":\"Name\"", "\"label\":\"A name of more than twenty letters\"", "INVALID_PROPERTY_VALUE")]
    [TestCase("TextBody", "Marquee", "INVALID_PROPERTY_VALUE")]
    [TestCase("\"id\":\"B\"", "\"id\":\"SUCCESS\"", "INVALID_PROPERTY_VALUE")]
    [TestCase("}}]}}]}", "", "INVALID_JSON")]
    public async Task Name_what_is_wrong_with_Flow_JSON(string right, string wrong, string error)
    {
        var faults = await UploadAsync(await CreateAsync(), Good.ReplaceLineEndings("").Replace(right, wrong));

        Assert.That(faults.Select(f => f.GetProperty("error").GetString()), Does.Contain(error));
    }

    [Test]
    public async Task Are_published_once_they_have_a_file_without_faults_and_a_key_is_there()
    {
        var id = await CreateAsync();
        Assert.That(await StatusAsync($"{id}/publish", null), Is.EqualTo(HttpStatusCode.BadRequest), "no file");
        Assert.That(await UploadAsync(id, Good), Is.Empty);
        Assert.That(await StatusAsync($"{id}/publish", null), Is.EqualTo(HttpStatusCode.BadRequest), "no key");
        Assert.That(await StatusAsync($"{Number}/whatsapp_business_encryption", Key("nonsense")),
            Is.EqualTo(HttpStatusCode.BadRequest));
        using var rsa = RSA.Create(2048);
        await StatusAsync($"{Number}/whatsapp_business_encryption", Key(rsa.ExportSubjectPublicKeyInfoPem()));

        Assert.That(await StatusAsync($"{id}/publish", null), Is.EqualTo(HttpStatusCode.OK));
        var kept = await _world.GetAsync(id);
        Assert.That(kept.GetProperty("status").GetString(), Is.EqualTo("PUBLISHED"));
        Assert.That(await StatusAsync($"{id}/publish", null), Is.EqualTo(HttpStatusCode.BadRequest), "twice");
    }

    private async Task<string> CreateAsync()
    {
        using var answer = await _world.GraphAsync($"{Account}/flows", JsonContent.Create(
            new { name = "form", categories = new[] { "SIGN_UP" }, endpoint_uri = "http://127.0.0.1/flows" }));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private async Task<List<JsonElement>> UploadAsync(string id, string json)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("flow.json"), "name" },
            { new StringContent("FLOW_JSON"), "asset_type" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(json)), "file", "flow.json" },
        };
        using var answer = await _world.GraphAsync($"{id}/assets", form);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("validation_errors").EnumerateArray()];
    }

    private async Task<HttpStatusCode> StatusAsync(string path, HttpContent? content)
    {
        using var answer = await _world.GraphAsync(path, content);
        return answer.StatusCode;
    }

    private static FormUrlEncodedContent Key(string pem) => new([new("business_public_key", pem)]);
}
