using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Browser;

/// <summary>Exercises and equations as a teacher sees them, from the wish to the answers.</summary>
internal sealed class Practising_on_the_phone_page
{
    private const string Neema = "255700000101";
    private const string Baraka = "255700000104";
    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _world = await TestWorld.StartAsync();
        await _world.AddTeacherAsync(Neema, "Geography Form 2");
        await _world.AddTeacherAsync(Baraka, "Mathematics Form 2");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task An_exercise_keeps_its_answers_until_she_taps_for_them_and_another_one_differs()
    {
        await using var phone = await Phone.OpenAsync(_world.Simulator.Address, 390, 844);
        await phone.ChooseAsync(Neema);
        var exercise = await phone.AskAsync("Give me 4 questions about ocean tides");
        await phone.PictureAsync("exercise");
        await phone.Taps.GetByText("Answers").ClickAsync();
        var answers = await phone.AnswerAsync(1);
        await phone.PictureAsync("exercise-answers");
        await phone.Taps.GetByText("Another exercise").First.ClickAsync();
        var another = await phone.AnswerAsync(2);
        await phone.PictureAsync("exercise-another");

        Assert.That(exercise, Does.Contain("______").And.Contain("D. ").And.Contain("Sources:").And.Not.Contain("Give her"));
        Assert.That(exercise, Does.Not.Contain("Answers, for you"));
        Assert.That(answers, Does.Match(@"[A-D]\. \w+"));
        Assert.That(another, Does.Contain("______").And.Not.EqualTo(exercise));
    }

    [Test]
    public async Task An_equation_comes_with_its_steps_and_a_result_that_was_checked()
    {
        await using var phone = await Phone.OpenAsync(_world.Simulator.Address, 390, 844);
        await phone.ChooseAsync(Baraka);
        var solved = await phone.AskAsync("Solve x² - 5x + 6 = 0");
        await phone.PictureAsync("equation");

        Assert.That(solved, Does.Contain("x = 2").And.Contain("x = 3").And.Contain("the result is right"));
    }
}
