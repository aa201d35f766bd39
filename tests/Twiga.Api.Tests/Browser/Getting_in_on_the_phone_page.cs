using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Browser;

internal sealed class Getting_in_on_the_phone_page
{
    private const string Question = "Eleza usanisinuru kwa ufupi";

    [TestCase(390, 844, "phone")]
    [TestCase(1280, 800, "desktop")]
    public async Task By_forms_leads_a_newcomer_from_her_question_to_its_answer(int width, int height, string kind)
    {
        await using var world = await Forms.StartAsync();
        await using var phone = await Phone.OpenAsync(world.Simulator.Address, width, height);
        await phone.AddTeacherAsync("Rehema Kimaro", "255712000201");
        var flow = phone.Flow;

        var welcome = await phone.AskAsync(Question);
        await phone.PictureAsync($"forms-{kind}-1-welcome");
        Assert.That(welcome, Does.StartWith("Karibu Twiga").And.Contain("Swali lako nimelihifadhi"));

        await flow.OpenAsync();
        await phone.PictureAsync($"forms-{kind}-2-profile");
        Assert.That(await flow.CanGoOnAsync(), Is.False, "required fields are empty");
        await flow.FillAsync("name", "123");
        await flow.ChooseAsync("region", "Kilimanjaro", () => phone.PictureAsync($"forms-{kind}-3-regions"));
        await flow.FillAsync("school", "Shule ya Sekondari Majengo");
        await flow.GoOnAsync();
        var refused = await flow.ComplaintAsync();
        await phone.PictureAsync($"forms-{kind}-4-refused");
        Assert.That(refused, Is.Not.Empty);
        Assert.That(await flow.ValueAsync("school"), Is.EqualTo("Shule ya Sekondari Majengo"), "nothing else is lost");

        await flow.FillAsync("name", "Rehema Kimaro");
        await flow.FillAsync("birthday", "1990-05-17");
        await phone.PictureAsync($"forms-{kind}-5-filled");
        await flow.FinishAsync();
        await phone.AnswerAsync(1);
        await phone.PictureAsync($"forms-{kind}-6-profile-saved");

        await flow.OpenAsync();
        await phone.PictureAsync($"forms-{kind}-7-subjects");
        await flow.TickAsync("Biolojia");
        await flow.GoOnAsync("Kidato cha 1");
        await phone.PictureAsync($"forms-{kind}-8-classes");
        await flow.BackAsync();
        Assert.That(await flow.IsTickedAsync("Biolojia"), Is.True, "going back loses nothing");
        await flow.GoOnAsync("Kidato cha 1");
        await flow.TickAsync("Kidato cha 1");
        await flow.FinishAsync();

        var summary = await phone.AnswerAsync(2);
        var answer = await phone.AnswerAsync(3);
        await phone.PictureAsync($"forms-{kind}-9-answer");
        Assert.That(summary, Does.Contain("Rehema Kimaro").And.Contain("Biolojia: Kidato cha 1"));
        Assert.That(answer, Does.Contain("Vyanzo:").And.Contain("Biology Form 1"));
        await world.QuietAsync();
        Assert.That(await phone.Answers.CountAsync(), Is.EqualTo(4), "no second confirmation for the replies of the Flows");
    }

    [Test]
    public async Task By_conversation_leads_there_too_where_no_Flows_are_set()
    {
        await using var world = await TestWorld.StartAsync();
        await using var phone = await Phone.OpenAsync(world.Simulator.Address, 390, 844);
        await phone.AddTeacherAsync("Rehema Kimaro", "255712000202");

        var welcome = await phone.AskAsync(Question);
        Assert.That(welcome, Does.StartWith("Karibu Twiga").And.Contain("Swali lako nimelihifadhi"));
        var classes = await phone.AskAsync("Naitwa Rehema Kimaro");
        await phone.PictureAsync("talk-1-classes");
        Assert.That(classes, Does.Contain("Asante, Rehema Kimaro"));
        var summary = await phone.AskAsync("nafundisha bios f1");
        Assert.That(summary, Does.Contain("Biolojia: Kidato cha 1"));

        var answer = await phone.AnswerAsync(3);
        await phone.PictureAsync("talk-2-answer");
        Assert.That(answer, Does.Contain("Vyanzo:").And.Contain("Biology Form 1"));
    }

    [Test]
    public async Task A_form_that_was_used_up_says_so_and_its_button_dies()
    {
        await using var world = await Forms.StartAsync();
        await using var phone = await Phone.OpenAsync(world.Simulator.Address, 390, 844);
        await phone.AddTeacherAsync("Rehema Kimaro", "255712000203");
        var flow = phone.Flow;
        await phone.AskAsync("Habari");
        await flow.OpenAsync();
        await flow.FillAsync("name", "Rehema Kimaro");
        await flow.ChooseAsync("region", "Kilimanjaro");
        await flow.FillAsync("school", "Shule ya Sekondari Majengo");
        await flow.FinishAsync();
        await phone.AnswerAsync(1);

        await phone.Taps.First.ClickAsync();
        var why = await flow.ComplaintAsync();
        await phone.PictureAsync("forms-used-up");
        await flow.CloseAsync();

        Assert.That(why, Is.Not.Empty);
        Assert.That(await phone.Taps.First.IsDisabledAsync(), Is.True);
    }
}
