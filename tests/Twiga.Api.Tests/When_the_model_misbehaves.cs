using System.Text.Json;
using Twiga.Api.Tests.World;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Models;

namespace Twiga.Api.Tests;

internal sealed class When_the_model_misbehaves
{
    private const string Question = "What causes ocean tides?";

    private TestWorld _world = null!;
    private string _teacher = null!;
    private int _teachers;

    [OneTimeSetUp]
    public async Task Start() => _world = await TestWorld.StartAsync(("Workers__GiveUpAfterSeconds", "14"));

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [SetUp]
    public async Task NewTeacher()
    {
        await _world.Phone.ResetAsync();
        _teacher = $"2557120000{_teachers++:00}";
        await _world.AddTeacherAsync(_teacher, "Geography Form 2");
    }

    [Test]
    public async Task Answers_when_it_is_back_after_it_was_down()
    {
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "down", Next = 2 });

        Assert.That(await AnswerAsync(), Does.Contain("Sources:"));
    }

    [Test]
    public async Task Apologises_once_when_it_stays_down_and_keeps_the_message_for_a_replay()
    {
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "down" });
        var answer = await AnswerAsync();
        var unanswered = await _world.CountAsync("select count(*) from inbound_messages where state = 'Unanswered'");
        var dead = await _world.CountAsync("select count(*) from jobs where state = 'Dead'");

        Assert.That(answer, Does.StartWith("I am sorry"));
        Assert.That((unanswered, dead), Is.EqualTo((1L, 1L)));

        await _world.Phone.ClearFaultsAsync();
        var said = await CommandLine.RunAsync(_world, "jobs", "replay");
        await _world.QuietAsync();

        Assert.That(said, Does.Contain("1 put back"), _world.Api.Output);
        Assert.That((await _world.AnswersAsync(_teacher)).Select(a => a.Text), Has.Exactly(1).Contains("Sources:"), _world.Api.Output);
        Assert.That(await _world.CountAsync("select count(*) from jobs where state = 'Dead'"), Is.Zero);
    }

    [Test]
    public async Task Splits_an_answer_of_twelve_thousand_characters_within_the_limits()
    {
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "long" });
        await _world.SayAsync(_teacher, Question);
        await _world.QuietAsync();

        var answers = await _world.AnswersAsync(_teacher);
        Assert.That(answers.Select(a => a.Text!.Length), Is.All.InRange(1, 4096));
        Assert.That(answers.Sum(a => a.Text!.Length), Is.GreaterThan(11_000));
    }

    [TestCase("broken-arguments")]
    [TestCase("unknown-tool")]
    [TestCase("text-call")]
    [TestCase("json-call")]
    public async Task Recovers_from_a_bad_call_and_still_answers_from_the_book(string fault)
    {
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = fault, Next = 1 });

        Assert.That(await AnswerAsync(), Does.Contain("Sources:"));
    }

    [Test]
    public async Task Ends_an_endless_loop_of_tool_calls_with_an_answer()
    {
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "endless-tools" });
        var answer = await AnswerAsync();

        Assert.That(answer, Is.Not.Empty);
        Assert.That((await _world.Phone.ModelCallsAsync()).Count, Is.LessThanOrEqualTo(12));
    }

    [Test]
    public async Task Says_so_when_it_answers_nothing_at_all()
    {
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "empty" });

        Assert.That(await AnswerAsync(), Is.Not.Empty.And.Not.Contain("[1]"));
    }

    [Test]
    public async Task Removes_a_source_that_was_never_retrieved()
    {
        await _world.Phone.ScriptAsync(
            new ScriptedReply
            {
                ToolCalls =
                [
                    new ScriptedCall("search_knowledge", JsonSerializer.SerializeToElement(
                        new { search_phrase = "ocean tides", @class = "Geography Form 2" })),
                ],
            },
            new ScriptedReply { AfterTools = true, Content = "Tides are caused by the moon [1]. They are blue [99]." });

        var answer = await AnswerAsync();

        Assert.That(answer, Does.Contain("moon [1]").And.Not.Contain("[99]"));
        Assert.That(answer.Split("Sources:")[1].Trim().Split('\n'), Has.Length.EqualTo(1));
    }

    [TestCase("I used search_knowledge and generate_exercise: the moon pulls the sea.", "search_knowledge", "the moon pulls the sea")]
    [TestCase("I have sent you the exam as a PDF.", null, "I have sent you nothing")]
    [TestCase("I've updated your classes. I have saved the lesson plan.", null, "I have sent you nothing")]
    [TestCase("Please find attached the marking scheme. The document is attached.", null, "I have sent you nothing")]
    [TestCase("As page 212 of the TIE syllabus says, the moon pulls the sea.", null, "have not seen every page")]
    [TestCase("The moon pulls the sea {{TWIGA_CITATION:{\"chunk_id\":7}}} [4].", "[4]", "The moon pulls the sea")]
    [TestCase("The moon pulls the sea.\n\nSources:\n[1] TIE Geography, page 9", "page 9", "The moon pulls the sea")]
    [TestCase("<function=send_exam>{\"to\":\"all\"}</function>", "send_exam", "could not put together an answer")]
    [TestCase("{\"name\":\"search_knowledge\",\"arguments\":{\"class\":\"Physics Form 2\"}}", "search_knowledge", "could not put together an answer")]
    [TestCase("It costs $5 and $10 in all; **bold** stays, 2*3*4 too.", "\\$", "*bold* stays, 2*3*4 too")]
    public async Task Lying_again_and_again_what_she_gets_is_right_or_honest(string lie, string? not, string has)
    {
        await _world.Phone.ScriptAsync(new ScriptedReply { Content = lie, Repeat = true });

        var answer = await AnswerAsync();

        Assert.That(answer, Does.Contain(has));
        if (not is not null)
            Assert.That(answer, Does.Not.Contain(not));
    }

    [Test]
    public async Task Asking_the_books_of_another_form_gets_none_of_them()
    {
        await _world.Phone.ScriptAsync(
            Search(new { search_phrase = "levers", @class = "Physics Form 2" }),
            new ScriptedReply { AfterTools = true, Content = "A lever turns about a pivot [1]." });

        var answer = await AnswerAsync();

        Assert.That(answer, Is.EqualTo("A lever turns about a pivot."));
        Assert.That((await _world.Phone.ModelCallsAsync())[^1].Messages.ToString(), Does.Contain("Geography Form 2").And.Not.Contain("fulcrum"));
    }

    [Test]
    public async Task Answering_in_English_again_a_Swahili_question_is_told_in_Swahili()
    {
        await _world.Phone.ScriptAsync(new ScriptedReply
        {
            Content = "The tides are caused by the pull of the moon and the sun on the water of the oceans of the earth.",
            Repeat = true,
        });
        await _world.SayAsync(_teacher, "Mawimbi ya bahari husababishwa na nini?");
        await _world.QuietAsync();

        Assert.That((await _world.AnswersAsync(_teacher)).Single().Text, Does.EndWith("Niulize tena nijaribu kwa Kiswahili.)"));
    }

    private static ScriptedReply Search(object arguments) => new()
    {
        ToolCalls = [new ScriptedCall("search_knowledge", JsonSerializer.SerializeToElement(arguments))],
    };

    private async Task<string> AnswerAsync()
    {
        await _world.SayAsync(_teacher, Question);
        await _world.QuietAsync();
        var answers = await _world.AnswersAsync(_teacher);
        Assert.That(answers, Has.Count.EqualTo(1));
        return answers[0].Text!;
    }
}
