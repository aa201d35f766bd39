using System.Text.Json;
using System.Text.RegularExpressions;
using Twiga.Api.Tests.World;
using Twiga.Simulator.Models;

namespace Twiga.Api.Tests;

/// <summary>The scenarios against the stand-in, as an operator runs them against a real model.</summary>
internal sealed class Evaluating_talk
{
    private static readonly string Scenarios = Path.Combine(TestContext.CurrentContext.TestDirectory, "Golden", "talk.jsonl");

    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await TestWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [TearDown]
    public Task Calm() => _world.Phone.ClearScriptAsync();

    [Test]
    public async Task Passes_every_scenario_that_needs_no_real_model()
    {
        var scores = await RunAsync(Scenarios);

        Assert.That(scores, Has.Count.GreaterThanOrEqualTo(120));
        Assert.That(
            scores.Where(s => !s.GetProperty("needsWits").GetBoolean() && Faults(s).Length > 0).Select(
                s => $"{s.GetProperty("id")}: {Faults(s)}\n{s.GetProperty("answer")}"),
            Is.Empty);
    }

    [Test]
    public async Task Finds_what_a_bad_answer_does_wrong_and_what_changed_since_an_earlier_run()
    {
        var file = Temporary(
            """{"id":"a","kind":"question","say":"What causes ocean tides?","classes":["Geography Form 2"],"tools":["search_knowledge"],"sources":true,"has":["moon"],"hasNot":["banana"]}""");
        var good = Temporary(JsonSerializer.Serialize(await RunAsync(file)));
        await _world.Phone.ScriptAsync(new ScriptedReply { Content = "Ndizi: **banana** ni tunda zuri sana [7]." });

        var said = Regex.Replace(
            await CommandLine.RunAsync(_world, "evaluate", "talk", "--scenarios", file, "--compare", good), @"\s+", " ");

        Assert.That(said, Does.Contain("search_knowledge was not called").And.Contain("there are none"));
        Assert.That(said, Does.Contain("nothing like 'moon'").And.Contain("'banana' is there"));
        Assert.That(said, Does.Contain("1 of 1").And.Contain("0 of 1").And.Contain("changed"));
    }

    private async Task<List<JsonElement>> RunAsync(string scenarios) => JsonSerializer.Deserialize<List<JsonElement>>(
        await CommandLine.RunAsync(_world, "evaluate", "talk", "--scenarios", scenarios, "--json"))!;

    private static string Faults(JsonElement score) =>
        string.Join("; ", score.GetProperty("faults").EnumerateArray().Select(f => f.GetString()));

    private static string Temporary(string text)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.jsonl");
        File.WriteAllText(path, text);
        return path;
    }
}
