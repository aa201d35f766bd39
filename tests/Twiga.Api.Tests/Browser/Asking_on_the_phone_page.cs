using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Browser;

internal sealed class Asking_on_the_phone_page
{
    private const string Neema = "255700000101";
    private const string Juma = "255700000102";

    private const string Zawadi = "255700000107";

    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _world = await TestWorld.StartAsync();
        await _world.AddTeacherAsync(Neema, "Geography Form 2");
        await _world.AddTeacherAsync(Juma, "Biology Form 1", "Biology Form 3");
        await _world.AddTeacherAsync(Zawadi, "History Form 2");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task Gives_one_answer_each_in_the_language_asked_with_book_chapter_and_page()
    {
        await using var phone = await Phone.OpenAsync(_world.Simulator.Address, 390, 844);
        await phone.ChooseAsync(Neema);
        var english = await phone.AskAsync("What causes ocean tides?");
        await phone.PictureAsync("tides");
        await phone.ChooseAsync(Juma);
        var swahili = await phone.AskAsync("Eleza usanisinuru kwa ufupi");
        await phone.PictureAsync("usanisinuru");
        await _world.QuietAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(english, Does.Contain("Moon").And.Contain("Sources:"));
            Assert.That(english, Does.Match(@"\[1\] Geography Form 2, Chapter 2 .*, pages? \d+"));
            Assert.That(swahili, Does.Match(@"Vyanzo:\s+\[1\] Biology Form 1, Sura ya 3 .*, (ukurasa wa|kurasa) \d+"));
            Assert.That(await phone.Answers.CountAsync(), Is.EqualTo(1));
            Assert.That(await _world.AnswersAsync(Neema), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Gives_an_honest_answer_where_the_books_do_not_cover_a_question()
    {
        await using var phone = await Phone.OpenAsync(_world.Simulator.Address, 1280, 800);
        await phone.ChooseAsync(Zawadi);
        var answer = await phone.AskAsync("How do I repair the alternator of a diesel generator?");
        await phone.PictureAsync("not-covered");

        Assert.That(answer, Does.Contain("books do not cover").And.Not.Contain("Sources:"));
    }

    [Test]
    public async Task Keeps_the_talk_when_the_page_is_loaded_again()
    {
        await using var phone = await Phone.OpenAsync(_world.Simulator.Address, 390, 844);
        await phone.ChooseAsync(Juma);
        var answer = await phone.AskAsync("What is respiration?");
        await phone.Page.ReloadAsync();
        await phone.TalkAsync(Juma);
        await phone.Answers.Last.WaitForAsync();

        Assert.That(await phone.Answers.Last.InnerTextAsync(), Is.EqualTo(answer));
    }
}
