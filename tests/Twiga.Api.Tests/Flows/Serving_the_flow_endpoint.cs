using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Twiga.Api.Tests.World;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Simulator;
using Twiga.Tests;

namespace Twiga.Api.Tests.Flows;

internal sealed class Serving_the_flow_endpoint
{
    private const HttpStatusCode CannotOpen = (HttpStatusCode)421;
    private const HttpStatusCode TokenRefused = (HttpStatusCode)427;
    private const HttpStatusCode WrongSignature = (HttpStatusCode)432;
    private TestWorld _world = null!;
    private FlowPhone _phone = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _world = await TestWorld.StartAsync(
            ("WhatsApp__Flows__PrivateKey", FlowPhone.PrivateKeyFile),
            ("WhatsApp__Flows__PrivateKeyPassword", "test-password"),
            ("WhatsApp__Flows__ProfileFlowId", "1001"),
            ("WhatsApp__Flows__ClassesFlowId", "1002"),
            ("WhatsApp__Flows__TokenKey", Convert.ToBase64String(new byte[32])),
            ("Twiga__SeedSamples", "false"));
        _phone = new FlowPhone(_world.Api.Address, new SimulatorOptions().AppSecret);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _phone.Dispose();
        await _world.DisposeAsync();
    }

    [Test]
    public async Task Answers_a_ping_and_an_error_notice()
    {
        var ping = await _phone.AskAsync(new JsonObject { ["version"] = "3.0", ["action"] = "ping" });
        var notice = await _phone.AskAsync(new JsonObject
        {
            ["version"] = "3.0",
            ["action"] = "data_exchange",
            ["data"] = new JsonObject { ["error"] = "invalid-screen-transition" },
        });

        Assert.That(ping.Answer!.ToJsonString(), Is.EqualTo("""{"data":{"status":"active"}}"""));
        Assert.That(notice.Answer!.ToJsonString(), Is.EqualTo("""{"data":{"acknowledged":true}}"""));
    }

    [TestCase("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("sha256=")]
    [TestCase("nonsense")]
    public async Task Refuses_what_is_not_signed(string signature)
    {
        var (status, answer) = await _phone.PostAsync(FlowFixtures.Vectors[0].Body, signature);

        Assert.That(status, Is.EqualTo(WrongSignature));
        Assert.That(answer, Is.Empty);
    }

    [TestCaseSource(typeof(FlowFixtures), nameof(FlowFixtures.Refused))]
    public async Task Cannot_open_what_is_not_for_this_key(FlowFixtures.FlowVector vector) =>
        Assert.That((await _phone.PostAsync(vector.Body)).Status, Is.EqualTo(CannotOpen));

    [Test]
    public async Task Answers_ten_thousand_broken_envelopes_with_421_each()
    {
        var whole = FlowFixtures.Vectors.First(v => v.Name == "back").Body;
        var statuses = new Dictionary<HttpStatusCode, int>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (round, _) =>
            {
                var (status, _) = await _phone.PostAsync(Broken(whole, new Random(round)));
                lock (statuses)
                    statuses[status] = statuses.GetValueOrDefault(status) + 1;
            });

        Assert.That(statuses, Is.EquivalentTo(new Dictionary<HttpStatusCode, int> { [CannotOpen] = 10_000 }));
    }

    [Test]
    public async Task Leads_a_newcomer_to_active_and_tells_her_in_the_chat()
    {
        const string Phone = "255712000101";
        var profile = await InviteAsync(Phone);
        var opened = await StepAsync("INIT", profile);
        Assert.That((string?)opened["screen"], Is.EqualTo("PROFILE"));
        var refused = await StepAsync("data_exchange", profile, "PROFILE", Profile(""));
        Assert.That((string?)refused["data"]!["error_message"], Is.Not.Empty);
        var saved = await StepAsync("data_exchange", profile, "PROFILE", Profile("Neema Mollel"));
        Assert.That((string?)saved["screen"], Is.EqualTo("SUCCESS"));

        var classes = Token(JsonNode.Parse((await _world.AnswersAsync(Phone, 1))[0].Body!)!);
        var subjects = await StepAsync("INIT", classes);
        var group = Enumerable.Range(1, 6).First(n => subjects["data"]![$"group_{n}"]!.ToJsonString().Contains("os:geography", StringComparison.Ordinal));
        var chosen = await StepAsync("data_exchange", classes, "SUBJECTS", new JsonObject { [$"group_{group}"] = new JsonArray("os:geography") });
        var first = (string)chosen["data"]!["classes_1"]![0]!["id"]!;
        await StepAsync("data_exchange", classes, "CLASSES", new JsonObject
        {
            ["chosen"] = (string)chosen["data"]!["chosen"]!,
            ["classes_1"] = new JsonArray(first),
        });

        var told = await _world.AnswersAsync(Phone, 2);
        Assert.That(told[1].Body!, Does.Contain("Neema Mollel"));
        Assert.That(await StateAsync(Phone), Is.EqualTo(TeacherState.Active));

        var again = await _phone.AskAsync(Step("data_exchange", classes, "CLASSES", []));
        Assert.That(again.Status, Is.EqualTo(TokenRefused));
        Assert.That((string?)again.Answer!["error_msg"], Is.Not.Empty);
        Assert.That(await _world.AnswersAsync(Phone, 3), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Saves_once_when_the_same_form_is_sent_many_times_at_once()
    {
        const string Phone = "255712000102";
        var token = await InviteAsync(Phone);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => _phone.AskAsync(Step("data_exchange", token, "PROFILE", Profile("Asha")))));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.Status == TokenRefused), Is.EqualTo(7));
    }

    [Test]
    public async Task Leaves_a_blocked_teacher_blocked()
    {
        const string Phone = "255712000103";
        var token = await InviteAsync(Phone, teacher => teacher.Block());

        var (status, _) = await _phone.AskAsync(Step("data_exchange", token, "PROFILE", Profile("Asha")));

        Assert.That(status, Is.EqualTo(TokenRefused));
        Assert.That(await StateAsync(Phone), Is.EqualTo(TeacherState.Blocked));
        Assert.That(await _world.AnswersAsync(Phone), Is.Empty);
    }

    private static byte[] Broken(byte[] whole, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                return whole[..random.Next(whole.Length)];
            case 1:
                var noise = new byte[random.Next(1, 400)];
                random.NextBytes(noise);
                return noise;
            case 2:
                // inside the wrapped key, where every bit counts
                var flipped = JsonNode.Parse(whole)!.AsObject();
                var key = Convert.FromBase64String((string)flipped["encrypted_aes_key"]!);
                key[random.Next(key.Length)] ^= (byte)random.Next(1, 256);
                flipped["encrypted_aes_key"] = Convert.ToBase64String(key);
                return Encoding.UTF8.GetBytes(flipped.ToJsonString());
            default:
                var cut = JsonNode.Parse(whole)!.AsObject();
                var data = Convert.FromBase64String((string)cut["encrypted_flow_data"]!);
                cut["encrypted_flow_data"] = Convert.ToBase64String(data[..random.Next(data.Length)]);
                return Encoding.UTF8.GetBytes(cut.ToJsonString());
        }
    }

    private static JsonObject Profile(string name) => new()
    {
        ["name"] = name,
        ["region"] = "mbeya",
        ["school"] = "Shule ya Mfano",
        ["birthday"] = "",
    };

    private static JsonObject Step(string action, string token, string? screen, JsonObject data) => new()
    {
        ["version"] = "3.0",
        ["action"] = action,
        ["screen"] = screen,
        ["flow_token"] = token,
        ["data"] = data,
    };

    private static string Token(JsonNode message) =>
        (string)message["interactive"]!["action"]!["parameters"]!["flow_token"]!;

    private async Task<JsonObject> StepAsync(string action, string token, string? screen = null, JsonObject? data = null)
    {
        var (status, answer) = await _phone.AskAsync(Step(action, token, screen, data ?? []));
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), answer?.ToJsonString());
        return answer!;
    }

    /// <summary>A newcomer, and a token for the profile as the Api would make it.</summary>
    private async Task<string> InviteAsync(string phone, Action<Teacher>? also = null)
    {
        await using var context = new TwigaContext(ContextOptions.For(_world.Database));
        var teacher = Teacher.Newcomer(Language.Swahili, false, TimeProvider.System.GetUtcNow());
        teacher.Link(IdentityKind.Phone, phone, TimeProvider.System.GetUtcNow());
        also?.Invoke(teacher);
        context.Teachers.Add(teacher);
        await context.SaveChangesAsync();
        return FlowTokens.For(teacher.Id, context);
    }

    private async Task<TeacherState> StateAsync(string phone)
    {
        await using var context = new TwigaContext(ContextOptions.For(_world.Database));
        return await context.Teachers.Where(t => t.Identities.Any(i => i.Value == phone)).Select(t => t.State).SingleAsync();
    }
}
