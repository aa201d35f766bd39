using Microsoft.Extensions.Time.Testing;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.Tests.LanguageModels;

[TestFixture]
internal sealed class Falling_back
{
    private ModelServer _first = null!;
    private ModelServer _second = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _first = await ModelServer.StartAsync();
        _second = await ModelServer.StartAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    [TestCase(500)]
    [TestCase(401)]
    [TestCase(404)]
    public async Task Asks_the_next_model_when_one_fails(int status)
    {
        _first.Sends(status, "{}");
        _second.Says("From the second.");
        await using var models = Both();

        var answer = await models.AskAsync();

        Assert.That(answer.Text, Is.EqualTo("From the second."));
        Assert.That(_second.Requests[0]["model"]!.GetValue<string>(), Is.EqualTo("large"));
    }

    [Test]
    public async Task Keeps_the_key_of_one_provider_from_another()
    {
        _first.Sends(500, "{}");
        _second.Says("From the second.");
        await using var models = Both();

        await models.AskAsync();

        Assert.That(_first.Keys, Is.EqualTo(new[] { "Bearer sk-first" }));
        Assert.That(_second.Keys, Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public async Task Reports_the_first_models_fault_when_all_fail()
    {
        _first.Sends(429, "{}");
        _second.Sends(401, "{}");
        await using var models = Both();

        var fault = await Assert.ThrowsAsync<ModelUnavailableException>(() => models.AskAsync());

        Assert.That(fault!.Status, Is.EqualTo(429));
    }

    [Test]
    public async Task Leaves_a_failing_model_alone_for_a_while()
    {
        var time = new FakeTimeProvider();
        _first.Sends(500, "{}");
        _second.Says("From the second.");
        await using var models = Both(time);
        for (var i = 0; i < 10; i++)
            await models.AskAsync();

        Assert.That(_first.Requests, Has.Count.EqualTo(6));

        time.Advance(TimeSpan.FromSeconds(11));
        await models.AskAsync();
        Assert.That(_first.Requests, Has.Count.EqualTo(7));
    }

    [Test]
    public async Task A_use_has_its_own_model_and_falls_back_on_the_usual_one()
    {
        _first.Says("Usual.");
        _second.Says("Special.").Sends(500, "{}");
        await using var models = Both(
            null,
            ("LanguageModel__Uses__solve_equation__Url", _second.Address + "/v1"),
            ("LanguageModel__Uses__solve_equation__Model", "maths"),
            ("LanguageModel__Uses__solve_equation__ApiKey", "sk-maths"),
            ("LanguageModel__Uses__mark_answers__Model", "patient"));

        Assert.That((await models.AskAsync(use: "solve_equation")).Text, Is.EqualTo("Special."));
        Assert.That((await models.AskAsync(use: "solve_equation")).Text, Is.EqualTo("Usual."));
        Assert.That((await models.AskAsync(use: "mark_answers")).Text, Is.EqualTo("Usual."));

        Assert.That(_second.Requests[0]["model"]!.GetValue<string>(), Is.EqualTo("maths"));
        Assert.That(_second.Keys[0], Is.EqualTo("Bearer sk-maths"));
        Assert.That(
            _first.Requests.Select(r => r["model"]!.GetValue<string>()), Is.EqualTo(new[] { "small", "patient" }));
    }

    private Microsoft.Extensions.DependencyInjection.ServiceProvider Both(
        TimeProvider? time = null, params (string, string)[] more) =>
        Models.With(
            time,
            [
                ("LanguageModel__Url", _first.Address + "/v1"),
                ("LanguageModel__Model", "small"),
                ("LanguageModel__ApiKey", "sk-first"),
                ("LanguageModel__Fallbacks__0__Url", _second.Address + "/v1"),
                ("LanguageModel__Fallbacks__0__Model", "large"),
                .. more,
            ]);
}
