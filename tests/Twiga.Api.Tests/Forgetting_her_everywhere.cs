using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Api.Tests.World;
using Twiga.Simulator.Models;
using Twiga.Simulator.Phones;

namespace Twiga.Api.Tests;

/// <summary>A teacher who used all there is is forgotten: in tables, in files, in what was logged and measured.</summary>
internal sealed class Forgetting_her_everywhere
{
    private const string Teacher = "255719000001";
    private const string Name = "Teacher 255719000001";
    private const string Phrase = "mkanda wa pwani";

    private string _folder = null!;

    [SetUp]
    public void SetUp() => _folder = Directory.CreateTempSubdirectory("twiga-forget-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Number_name_and_phrase_are_found_nowhere_once_she_has_confirmed()
    {
        await using var world = await TestWorld.StartAsync(
            ("Twiga__DataDirectory", _folder), ("Typesetter__Packages", "/nowhere"), ("Operators__ApiKey", "key"),
            ("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft", "Trace"));
        await UseAsync(world);
        var held = await EveryTable.WithAsync(world.Database, Phrase);
        Assert.That(held, Is.SupersetOf(new[] { "inbound_messages.text", "turns.question", "exams.topics", "made_documents.topic" }));
        var teacher = await world.CountAsync("select id from teachers");
        Assert.That(await world.CountAsync("select count(*) from files"), Is.GreaterThan(2));
        await ExportedAsync(world, held);

        await world.SayAsync(Teacher, "Delete my data");
        await world.QuietAsync();
        var asked = (await world.AnswersAsync(Teacher))[^1];
        var button = JsonNode.Parse(asked.Body!)!["interactive"]!["action"]!["buttons"]![0]!["reply"]!;
        await world.Phone.SayAsync([new Said { Teacher = Teacher, Button = new Choice((string)button["id"]!, (string)button["title"]!) }]);
        await Eventually.TrueAsync(
            async () => (await EveryTable.WithAsync(world.Database, Teacher)).Count == 0
                && await world.CountAsync("select count(*) from teachers") == 0,
            () => world.Api.Output);
        await world.QuietAsync();

        foreach (var mark in new[] { Teacher, Name, Phrase })
        {
            Assert.That(await EveryTable.WithAsync(world.Database, mark), Is.Empty, mark);
            Assert.That(FilesWith(mark), Is.Empty, mark);
            Assert.That(world.Api.Output, Does.Not.Contain(mark), "log");
            Assert.That(await MetricsAsync(world), Does.Not.Contain(mark), "metrics");
        }

        Assert.That(await world.CountAsync("select count(*) from files"), Is.Zero);
        foreach (var table in await EveryTable.OfTeachersAsync(world.Database))
            Assert.That(await world.CountAsync($"select count(*) from {table} where teacher_id = {teacher}"), Is.Zero, table);
    }

    private static async Task UseAsync(TestWorld world)
    {
        await world.AddTeacherAsync(Teacher, "Geography Form 2");
        await world.SayAsync(Teacher, $"What causes ocean tides? {Phrase}");
        await world.QuietAsync();
        var answer = (await world.AnswersAsync(Teacher))[^1];
        var notes = await world.UploadAsync(Encoding.UTF8.GetBytes($"Notes\n\n{Phrase}: {Name}, {Teacher}."), "text/plain", "notes.txt");
        await world.SendAsync(
            new Said { Teacher = Teacher, Reaction = new SaidReaction(answer.Wamid!, "👍") },
            new Said { Teacher = Teacher, Media = new SaidMedia(notes, "document", Phrase) });
        await world.QuietAsync();
        await world.Phone.ScriptAsync(new ScriptedReply
        {
            ToolCalls =
            [
                new("generate_necta_style_exam", JsonSerializer.SerializeToElement(
                    new { @class = "Geography Form 2", topics = new[] { "weathering", "ocean tides and currents", $"ocean tides {Phrase}" } })),
            ],
        });
        await world.SayAsync(Teacher, $"An exam please, {Phrase}");
        await world.QuietAsync();
    }

    /// <summary>What is held where her phrase was found is in what she gets of it.</summary>
    private static async Task ExportedAsync(TestWorld world, IReadOnlyList<string> held)
    {
        var export = JsonNode.Parse(await CommandLine.RunAsync(world, "teachers", "export", Teacher, "--json"))!.AsObject();
        var tables = held.Select(h => h.Split('.')[0]).Distinct();
        Assert.That(tables.Where(t => t != "files" && export[t] is not JsonArray { Count: > 0 }), Is.Empty);
    }

    private IEnumerable<string> FilesWith(string mark) =>
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f, Encoding.Latin1).Contains(mark, StringComparison.OrdinalIgnoreCase));

    private static async Task<string> MetricsAsync(TestWorld world)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "key");
        return await http.GetStringAsync(new Uri(world.Api.Address, "/metrics"));
    }
}
