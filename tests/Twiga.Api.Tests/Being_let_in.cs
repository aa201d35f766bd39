using Twiga.Api.Tests.World;
using Twiga.Application.Messaging;
using Twiga.Application.Teachers;

namespace Twiga.Api.Tests;

internal sealed class Being_let_in
{
    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await TestWorld.StartAsync(
        ("Registration__ApprovalRequired", "true"), ("WhatsApp__WelcomeTemplate", "karibu_twiga"));

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [SetUp]
    public async Task Calm() => await _world.Phone.ResetAsync();

    [Test]
    public async Task Ends_with_the_answer_to_what_she_asked_first()
    {
        const string Neema = "255715000001";
        await _world.SayAsync(Neema, "Eleza usanisinuru kwa ufupi");
        await _world.SayAsync(Neema, "Habari?");
        await _world.QuietAsync();
        Assert.That((await _world.AnswersAsync(Neema)).Select(c => c.Text), Has.One.Contains("unakaguliwa"));

        await _world.ActAsync(Neema, id => new ApproveTeacher(id));
        var greeted = await _world.AnswersAsync(Neema, 3);
        Assert.That(greeted[1].Type, Is.EqualTo("template"));
        Assert.That(greeted[1].Body, Does.Contain("karibu_twiga").And.Contain("\"sw\""));
        Assert.That(greeted[2].Text, Does.StartWith("Karibu Twiga"));

        await _world.SayAsync(Neema, "Naitwa Neema Mollel, biology form 1");
        await _world.QuietAsync();
        Assert.That((await _world.AnswersAsync(Neema))[^1].Text, Does.Contain("Vyanzo:").And.Contain("Biology Form 1"));
    }

    [Test]
    public async Task Is_over_when_an_operator_blocks_her_and_she_is_told_once()
    {
        const string Juma = "255715000002";
        await _world.AddTeacherAsync(Juma, "Geography Form 2");
        await _world.ActAsync(Juma, id => new BlockTeacher(id));

        await _world.SayAsync(Juma, "What causes ocean tides?");
        await _world.QuietAsync();
        await _world.SayAsync(Juma, "delete my data");
        await _world.QuietAsync();
        Assert.That((await _world.AnswersAsync(Juma)).Single().Text, Does.Contain("closed"));

        await _world.ActAsync(Juma, id => new UnblockTeacher(id));
        await _world.SayAsync(Juma, "What causes ocean tides?");
        await _world.QuietAsync();
        Assert.That((await _world.AnswersAsync(Juma))[^1].Text, Does.Contain("Sources:"));

        await _world.ActAsync(Juma, id => new BlockTeacher(id));
        await _world.SayAsync(Juma, "What causes ocean tides?");
        await _world.SayAsync(Juma, "Hello?");
        await _world.QuietAsync();
        Assert.That((await _world.AnswersAsync(Juma)).Count(a => a.Text!.Contains("closed")), Is.EqualTo(2));
    }

    [Test]
    public async Task Is_undone_when_an_operator_deletes_her()
    {
        const string Rehema = "255715000003";
        await _world.AddTeacherAsync(Rehema, "Geography Form 2");
        await _world.SayAsync(Rehema, "What causes ocean tides?");
        await _world.QuietAsync();

        await _world.ActAsync(Rehema, id => new DeleteTeacher(id));

        Assert.That(await EveryTable.WithAsync(_world.Database, Rehema), Is.Empty);
    }
}
