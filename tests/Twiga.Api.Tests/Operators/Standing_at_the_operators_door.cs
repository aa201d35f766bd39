using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Twiga.Api.Operators;
using Twiga.Infrastructure;

namespace Twiga.Api.Tests.Operators;

internal sealed class Standing_at_the_operators_door
{
    private const string Key = "a key of the operators";

    [TestCase("127.0.0.1", ExpectedResult = true)]
    [TestCase("::1", ExpectedResult = true)]
    [TestCase("10.1.2.3", ExpectedResult = false)]
    public bool Lets_in_who_is_on_this_machine_where_there_is_no_key(string from) => Admits(null, from);

    [TestCase("X-Forwarded-For")]
    [TestCase("Forwarded")]
    [TestCase("Via")]
    public void Keeps_out_what_a_proxy_on_this_machine_passes_on(string header) =>
        Assert.That(Admits(null, "127.0.0.1", (header, "203.0.113.9")), Is.False);

    [TestCase("Bearer " + Key, ExpectedResult = true)]
    [TestCase("bearer " + Key, ExpectedResult = true)]
    [TestCase("Bearer another key", ExpectedResult = false)]
    [TestCase(Key, ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Asks_everybody_for_the_key_where_there_is_one(string shown) =>
        Admits(Key, "127.0.0.1", ("Authorization", shown)) && Admits(Key, "10.1.2.3", ("Authorization", shown));

    private static bool Admits(string? key, string from, params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        foreach (var (name, value) in headers)
            http.Request.Headers[name] = value;
        return new OperatorsDoor(Options.Create(new OperatorsOptions { ApiKey = key })).Admits(http);
    }
}
