using Twiga.Api.Tests.World;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Phones;

namespace Twiga.Api.Tests.Flows;

internal sealed class When_WhatsApp_closes_a_flow
{
    private TestWorld _world = null!;

    [SetUp]
    public async Task Start() => _world = await TestWorld.StartAsync(
        ("WhatsApp__Flows__PrivateKey", FlowPhone.PrivateKeyFile),
        ("WhatsApp__Flows__PrivateKeyPassword", "test-password"),
        ("WhatsApp__Flows__ProfileFlowId", "1001"),
        ("WhatsApp__Flows__ClassesFlowId", "1002"),
        ("WhatsApp__Flows__TokenKey", Convert.ToBase64String(new byte[32])));

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [TestCase(132068)]
    [TestCase(132069)]
    public async Task A_newcomer_is_asked_in_the_talk_and_gets_her_answer(int code)
    {
        const string Neema = "255716000001";
        await _world.Phone.BreakGraphAsync(new FaultRule { Kind = "error", On = "messages", Code = code, Next = 1 });

        await _world.SayAsync(Neema, "Eleza usanisinuru kwa ufupi");
        var asked = await _world.AnswersAsync(Neema, 1);
        Assert.That(asked.Single().Type, Is.EqualTo("text"));
        Assert.That(asked.Single().Text, Does.StartWith("Karibu Twiga"));

        await _world.SayAsync(Neema, "Naitwa Neema Mollel, biology form 1");
        await _world.QuietAsync();

        var told = await _world.AnswersAsync(Neema);
        Assert.That(told.Select(c => c.Body), Has.None.Contains("flow_id"));
        Assert.That(told[^1].Text, Does.Contain("Vyanzo:").And.Contain("Biology Form 1"));
    }

    [Test]
    public async Task A_form_that_fails_after_it_was_taken_is_replaced_too()
    {
        const string Juma = "255716000002";
        await _world.AddTeacherAsync(Juma, "Geography Form 2");
        await _world.Phone.SetFaultsAsync(new FaultSet { Statuses = new StatusFaults { FailCode = 132068 } });

        await _world.Phone.SayAsync([new Said { Teacher = Juma, Button = new Choice("settings:classes", "My classes") }]);
        var told = await _world.AnswersAsync(Juma, 2);

        Assert.That(told[0].Body, Does.Contain("1002"));
        Assert.That(told[1].Text, Does.Contain("Geography: Form 2"));
    }
}
