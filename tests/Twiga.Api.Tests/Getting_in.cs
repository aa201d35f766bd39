using Twiga.Api.Tests.World;
using Twiga.Simulator.Control;
using Twiga.Simulator.Phones;

namespace Twiga.Api.Tests;

internal sealed class Getting_in
{
    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await TestWorld.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task By_conversation_ends_with_the_answer_to_her_first_question()
    {
        const string Neema = "255713000001";

        var welcome = await SayAsync(Neema, "Eleza usanisinuru kwa ufupi", 1);
        Assert.That(welcome.Text, Does.StartWith("Karibu Twiga").And.Contain("Swali lako nimelihifadhi"));

        var classes = await SayAsync(Neema, "Naitwa Neema Mollel", 2);
        Assert.That(classes.Text, Does.Contain("Asante, Neema Mollel"));

        await SayAsync(Neema, "nafundisha bios f1 na geo f2", 4);
        var told = await _world.AnswersAsync(Neema, 4);
        Assert.That(told[2].Text, Does.Contain("• Biolojia: Kidato cha 1").And.Contain("• Jiografia: Kidato cha 2"));
        Assert.That(told[3].Text, Does.Contain("Vyanzo:").And.Contain("Biology Form 1"));
    }

    [Test]
    public async Task By_menus_ends_the_same_way()
    {
        const string Juma = "255713000002";
        await SayAsync(Juma, "Hello", 1);
        await SayAsync(Juma, "Juma Hassan", 2);

        await TapAsync(Juma, "stage:os", 3);
        await TapAsync(Juma, "subject:os:geography", 4);
        await TapAsync(Juma, "classes:os:geography", 5);
        var summary = await TapAsync(Juma, "done", 6);

        Assert.That(summary.Text, Does.Contain("Juma Hassan").And.Contain("Form 1, Form 2, Form 3, Form 4"));
    }

    [Test]
    public async Task Settings_change_one_thing_at_a_time()
    {
        const string Asha = "255713000003";
        await _world.AddTeacherAsync(Asha, "Geography Form 2");

        var menu = await SayAsync(Asha, "/Settings", 1);
        Assert.That(menu.Text, Does.Contain("• Geography: Form 2"));
        await TapAsync(Asha, "settings:classes", 2);
        var saved = await SayAsync(Asha, "biology form 1", 3);
        Assert.That(saved.Text, Does.Contain("• Geography: Form 2").And.Contain("• Biology: Form 1"));
        var old = await TapAsync(Asha, "no:such:button", 4);
        Assert.That(old.Text, Does.StartWith("That button no longer works"));
    }

    [Test]
    public async Task Beyond_the_quota_one_notice_comes_and_then_silence()
    {
        await using var world = await TestWorld.StartAsync(("Quotas__TeacherMessagesPerDay", "2"));
        const string Asha = "255713000004";
        await world.AddTeacherAsync(Asha, "Geography Form 2");
        for (var n = 1; n <= 3; n++)
        {
            await world.Phone.SayAsync(Asha, $"What causes ocean tides? {n}");
            await world.AnswersAsync(Asha, n);
            await world.QuietAsync();
        }

        await world.Phone.SayAsync(Asha, "And now?");
        await world.QuietAsync();

        var told = await world.AnswersAsync(Asha);
        Assert.That(told, Has.Count.EqualTo(3));
        Assert.That(told[2].Text, Does.Contain("From midnight on"));
    }

    private async Task<GraphCall> SayAsync(string phone, string text, int answers)
    {
        await _world.Phone.SayAsync(phone, text);
        return (await _world.AnswersAsync(phone, answers))[answers - 1];
    }

    private async Task<GraphCall> TapAsync(string phone, string id, int answers)
    {
        await _world.Phone.SayAsync([new Said { Teacher = phone, Button = new Choice(id, "A title") }]);
        return (await _world.AnswersAsync(phone, answers))[answers - 1];
    }
}
