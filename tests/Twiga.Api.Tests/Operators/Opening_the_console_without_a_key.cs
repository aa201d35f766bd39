using System.Net;
using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Operators;

/// <summary>Where no key is set the console is there for this machine alone.</summary>
internal sealed class Opening_the_console_without_a_key
{
    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await TestWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [TestCase(null, null, ExpectedResult = HttpStatusCode.OK)]
    [TestCase("X-Forwarded-For", "203.0.113.9", ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase("Host", "twiga.example.org", ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase("Cookie", "twiga-console=a.b.c", ExpectedResult = HttpStatusCode.OK)]
    public async Task<HttpStatusCode> Works_here_only(string? header, string? value)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_world.Api.Address, "/console/work"));
        if (header is not null)
            request.Headers.Add(header, value);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    [TestCase("sign-in")]
    [TestCase("jobs/replay")]
    public async Task Does_nothing_for_a_form_from_elsewhere(string form)
    {
        using var http = new HttpClient();
        using var fields = new FormUrlEncodedContent([KeyValuePair.Create("name", "Amina"), KeyValuePair.Create("key", "")]);
        using var answer = await http.PostAsync(new Uri(_world.Api.Address, $"/console/{form}"), fields);

        Assert.That((int)answer.StatusCode, Is.EqualTo(form == "sign-in" ? 401 : 400));
    }
}
