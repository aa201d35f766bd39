using Twiga.Application.Tests.Conversations;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Tools;

[TestFixture]
internal sealed class Solving_equations
{
    private const string Right = """{"steps":["3x = 15","x = 5"],"answer":"x = 5"}""";
    private const string Wrong = """{"steps":["3x = 25"],"answer":"x = \\frac{25}{3}"}""";

    private Talk _talk = null!;

    [SetUp]
    public void Begin()
    {
        _talk = new Talk();
        _talk.Model.Calls(("solve_equation", new { equation = "3x + 5 = 20" }));
    }

    [TearDown]
    public void End() => _talk.Dispose();

    [Test]
    public async Task Shows_the_steps_of_a_result_that_the_program_confirms()
    {
        _talk.Model.Says(Right).Says("$3x = 15$, so $x = 5$.");

        var reply = await _talk.AskAsync("Solve 3x + 5 = 20");

        Assert.That(reply.Text, Is.EqualTo("3x = 15, so x = 5."));
        Assert.That(_talk.Model.Uses, Is.EqualTo(new[] { "converse", "solve_equation" }));
        Assert.That(_talk.Seen(), Does.Contain("- $3x = 15$").And.Contain("the result is right"));
    }

    [Test]
    public async Task Sends_a_wrong_result_back_once_with_the_contradiction()
    {
        _talk.Model.Says(Wrong).Says($"Sorry.\n```json\n{Right}\n```").Says("$x = 5$.");

        var reply = await _talk.AskAsync("Solve 3x + 5 = 20");

        Assert.That(reply.Text, Is.EqualTo("x = 5."));
        Assert.That(_talk.Model.Asked[2].Messages[^1].Text, Does.Contain("x = 8.3333 does not fit"));
    }

    [TestCase(Language.English, "I could not confirm this result")]
    [TestCase(Language.Swahili, "Sikuweza kuthibitisha jibu hili")]
    public async Task Says_that_a_result_is_unconfirmed_whatever_the_model_says(Language language, string expected)
    {
        _talk.Model.Says(Wrong).Says(Wrong).Says("$x = \\frac{25}{3}$, which is surely right.");

        var reply = await _talk.AskAsync("Solve 3x + 5 = 20", language);

        Assert.That(reply.Text, Does.Contain(expected));
        Assert.That(_talk.Seen(), Does.Contain("THE RESULT IS WRONG"));
    }

    [Test]
    public async Task Makes_nothing_up_when_the_model_writes_no_JSON()
    {
        _talk.Model.Says("I would rather not.").Says("No.").Says("No.").Says("No.").Says("It did not work just now.");

        await _talk.AskAsync("Solve 3x + 5 = 20");

        Assert.That(_talk.Seen(), Does.Contain("fault on our side"));
    }
}
