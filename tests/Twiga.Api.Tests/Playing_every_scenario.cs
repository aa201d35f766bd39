using System.Text.Json;
using Twiga.Api.Tests.World;
using Twiga.Application.Conversations;
using Twiga.Application.Curriculum;
using Twiga.Application.Tools;
using Twiga.Domain.Conversations;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Simulator.Control;
using Twiga.Simulator.Models;

namespace Twiga.Api.Tests;

/// <summary>
/// The scenarios of the evaluation, each said by a teacher of its own on WhatsApp and judged by what reached her there:
/// those that need no wits with the stand-in, the questions among all of them with a scripted model.
/// </summary>
internal sealed class Playing_every_scenario
{
    private static readonly List<TalkScenario> Scenarios = Read();

    private TestWorld _world = null!;

    [SetUp]
    public async Task Start() => _world = await TestWorld.StartAsync();

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task With_the_stand_in()
    {
        var played = Scenarios.Where(s => !s.NeedsWits).ToList();
        Assert.That(played, Has.Count.GreaterThanOrEqualTo(75));

        Assert.That(await PlayAsync(played), Is.Empty, _world.Api.Output);
    }

    [Test]
    public async Task With_a_scripted_model()
    {
        var played = Scenarios.Where(s => s is { Tools: null or ["search_knowledge"], Before.Count: 0, Kind: not "injection" }).ToList();
        Assert.That(played, Has.Count.GreaterThanOrEqualTo(75));
        // the longest first: a short one may stand in a long one
        foreach (var scenario in played.OrderByDescending(s => s.Say.Length))
            await _world.Phone.ScriptAsync([.. Script(scenario)]);

        Assert.That(await PlayAsync(played), Is.Empty, _world.Api.Output);
    }

    private async Task<List<string>> PlayAsync(List<TalkScenario> played)
    {
        foreach (var (scenario, number) in played.Select((s, n) => (s, n)))
            await PrepareAsync(scenario, Phone(number));
        await Task.WhenAll(played.Select((s, n) => _world.SayAsync(Phone(n), s.Say)));
        await _world.QuietAsync();

        var calls = await _world.Phone.ModelCallsAsync();
        var faults = new List<string>();
        foreach (var (scenario, number) in played.Select((s, n) => (s, n)))
        {
            var turn = Turn(scenario, calls.Where(c => c.Question == scenario.Say));
            var reply = await ReplyAsync(Phone(number));
            faults.AddRange(TalkRules.Faults(scenario, reply, turn).Select(f => $"{scenario.Id}: {f}\n{reply.Text}"));
        }

        return faults;
    }

    private async Task PrepareAsync(TalkScenario scenario, string phone)
    {
        await _world.AddTeacherAsync(phone, [.. scenario.Classes]);
        await using var named = _world.Database.CreateCommand(
            "update teachers set name = $1 where id = (select teacher_id from identities where value = $2)");
        named.Parameters.Add(new() { Value = scenario.Name });
        named.Parameters.Add(new() { Value = phone });
        await named.ExecuteNonQueryAsync();
        foreach (var (question, reply, _) in scenario.Before)
        {
            await _world.Phone.ScriptAsync(new ScriptedReply { Match = question, Content = reply });
            await _world.SayAsync(phone, question);
            await _world.AnswersAsync(phone, 1);
        }
    }

    /// <summary>What a good model would do: search the class's books, and answer from them in her language.</summary>
    private static IEnumerable<ScriptedReply> Script(TalkScenario scenario)
    {
        var words = string.Join(", ", scenario.Has.Select(p => p == "\\?" ? "which one?" : p.Split('|')[0].Replace("?", "")));
        var inSwahili = (scenario.AnswerIn ?? scenario.Language) == Language.Swahili;
        var answer = inSwahili ? $"Kwa kifupi, jambo hili linahusu {words}, kama kitabu chako kinavyoeleza" : $"In short, this is about {words}, as your book says";
        if (scenario.Tools is null)
        {
            yield return new ScriptedReply { Match = scenario.Say, Content = answer + ".", Repeat = true };
            yield break;
        }

        yield return new ScriptedReply
        {
            Match = scenario.Say,
            AfterTools = false,
            ToolCalls =
            [
                new ScriptedCall("search_knowledge", JsonSerializer.SerializeToElement(
                    new { search_phrase = scenario.Say, @class = scenario.Class ?? scenario.Classes[0] })),
            ],
        };
        yield return new ScriptedReply
        {
            Match = scenario.Say,
            AfterTools = true,
            Content = scenario.Sources == false ? answer + "." : answer + " [1].",
            Repeat = true,
        };
    }

    private static TurnMemory Turn(TalkScenario scenario, IEnumerable<ModelCall> calls)
    {
        var turn = new TurnMemory(TeacherId.From(1), scenario.Language, [], 1);
        foreach (var call in calls.SelectMany(c => c.ToolCalls))
        {
            var arguments = JsonDocument.Parse(call[call.IndexOf('{')..]).RootElement;
            var named = arguments.TryGetProperty("class", out var value) ? value.ToString() : null;
            turn.Note(new CalledTool(call.Split(' ')[0], named));
        }

        turn.Number([Source]);
        return turn;
    }

    private async Task<Reply> ReplyAsync(string phone)
    {
        var answers = await _world.AnswersAsync(phone);
        var text = string.Join("\n\n", answers.Select(a => a.Text));
        var sources = CitedAnswer.WithoutFooter(text) == text ? [] : new[] { new CitedPassage(1, Source.Id) };
        return new Reply(
            text, [.. answers.Select(a => new TextContent(a.Text ?? ""))], new AnsweredBy("", "", 0, 0), sources, []);
    }

    private static FoundPassage Source { get; } = new(
        PassageId.From(1), ResourceId.From(1), "", null, null, null, null, null, PassageKind.Text, Language.English, "", 1);

    private static string Phone(int number) => $"2557170000{number:00}";

    private static List<TalkScenario> Read()
    {
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "Golden", "talk.jsonl");
        var classes = File.ReadLines(path)
            .SelectMany(l => JsonDocument.Parse(l).RootElement.GetProperty("classes").EnumerateArray().Select(c => c.GetString()!));
        var faults = new List<string>();
        var scenarios = TalkScenarios.Read(path, classes.ToHashSet(), faults);
        Assert.That(faults, Is.Empty);
        return [.. scenarios];
    }
}
