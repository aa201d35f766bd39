using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Twiga.Api.Tests.World;
using Twiga.Simulator;
using Twiga.Simulator.Control;
using Twiga.Simulator.Flows;

namespace Twiga.Api.Tests.Flows;

/// <summary>A published form from her WhatsApp to the Api and back, step by step as the phone page takes them.</summary>
internal sealed class Walking_a_form
{
    private const string Rehema = "255712000301";
    private TestWorld _world = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task Start()
    {
        _world = await Forms.StartAsync();
        _http = new HttpClient { BaseAddress = _world.Simulator.Address };
    }

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _world.DisposeAsync();
    }

    [Test]
    public async Task Going_back_asks_the_endpoint_and_shows_the_screen_before()
    {
        await _world.Phone.SayAsync(Rehema, "Habari");
        var form = await NewestAsync(1);
        await TakeAsync(form, "INIT", null);
        await TakeAsync(form, "data_exchange", "PROFILE", new JsonObject
        {
            ["name"] = "Rehema Kimaro",
            ["region"] = "kilimanjaro",
            ["school"] = "Majengo",
        });
        form = await NewestAsync(2);
        var opened = await TakeAsync(form, "INIT", null);
        var group = Enumerable.Range(1, 6).First(n => opened.Data![$"group_{n}"]!.ToJsonString().Contains("os:biology"));
        var chosen = await TakeAsync(form, "data_exchange", "SUBJECTS", new JsonObject
        {
            [$"group_{group}"] = new JsonArray("os:biology"),
        });
        var back = await TakeAsync(form, "BACK", "CLASSES");

        Assert.That((opened.Screen, chosen.Screen, back.Screen), Is.EqualTo(("SUBJECTS", "CLASSES", "SUBJECTS")));
        var exchanges = await _http.GetFromJsonAsync<Page<FlowExchange>>("control/flows", Json.Options);
        Assert.That(
            exchanges!.Items.Select(e => (e.Action, e.Shown, e.Status)),
            Is.EqualTo(new (string, string?, int)[]
            {
                ("INIT", "PROFILE", 200), ("data_exchange", "SUCCESS", 200), ("INIT", "SUBJECTS", 200),
                ("data_exchange", "CLASSES", 200), ("BACK", "SUBJECTS", 200),
            }));
    }

    [Test]
    public async Task A_key_that_the_Api_does_not_have_is_fetched_anew_once_and_then_given_up()
    {
        await _world.Phone.SayAsync(Rehema, "Habari");
        var form = await NewestAsync(1);
        var other = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.pem");
        _world.Settings["WhatsApp__Flows__PrivateKey"] = other;
        await CommandLine.RunAsync(_world, "flows", "keys", "--new", other);

        var view = await TakeAsync(form, "INIT", null);

        Assert.That(view.Problem, Does.Contain("421"));
        var exchanges = await _http.GetFromJsonAsync<Page<FlowExchange>>("control/flows", Json.Options);
        Assert.That(exchanges!.Items.Select(e => e.Status), Is.EqualTo([421, 421]));
    }

    private async Task<string> NewestAsync(int answers) => (await _world.AnswersAsync(Rehema, answers))[^1].Wamid!;

    private async Task<FlowView> TakeAsync(string message, string action, string? screen, JsonObject? data = null)
    {
        var step = new FlowStep { Message = message, Action = action, Screen = screen, Data = data };
        using var answer = await _http.PostAsJsonAsync("phone/flow", step, Json.Options);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await answer.Content.ReadFromJsonAsync<FlowView>(Json.Options))!;
    }
}
