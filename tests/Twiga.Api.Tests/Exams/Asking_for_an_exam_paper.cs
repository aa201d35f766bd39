using System.Text.Json;
using Twiga.Api.Tests.World;
using Twiga.Simulator.Control;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Models;
using UglyToad.PdfPig;

namespace Twiga.Api.Tests.Exams;

/// <summary>She asks on WhatsApp; paper and marking scheme arrive by themselves.</summary>
internal sealed class Asking_for_an_exam_paper
{
    private const string Teacher = "255711000001";
    private const string Wish = "Please make a Geography Form 2 exam";

    private TestWorld _world = null!;

    [SetUp]
    public async Task SetUp()
    {
        _world = await TestWorld.StartAsync(("Workers__GiveUpAfterSeconds", "8"));
        await _world.AddTeacherAsync(Teacher, "Geography Form 2");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Paper_and_marking_scheme_arrive_once_and_can_be_had_again_and_as_another_version()
    {
        await AskAsync(Wish);
        await _world.QuietAsync();

        Assert.That(
            await TypesAsync(), Is.EqualTo(new[] { "text", "document", "document", "interactive" }), _world.Api.Output);
        Assert.That(await _world.CountAsync("select count(*) from exams where state = 'Ready' and calls > 0 and tokens > 0"), Is.EqualTo(1));

        await ChangeAsync("send_again");
        await SayAsync("Another version");
        await SayAsync("As a Word file");

        Assert.That((await TypesAsync()).Count(t => t == "document"), Is.EqualTo(8), _world.Api.Output);
        Assert.That(
            await _world.CountAsync("select count(*) from outgoing_messages where content::jsonb ->> 'FileName' like '%exam%.docx'"),
            Is.EqualTo(1));
        Assert.That(await _world.CountAsync("select count(*) from made_documents"), Is.EqualTo(4));
        Assert.That(await _world.CountAsync("select count(*) from made_documents where title like '%version 2%'"), Is.EqualTo(2));
        Assert.That(await _world.CountAsync("select count(*) from exams"), Is.EqualTo(1));
    }

    [Test]
    public async Task Another_duration_is_printed_on_files_of_its_own_and_is_no_version()
    {
        await AskAsync(Wish);
        await _world.QuietAsync();
        await _world.Phone.ScriptAsync(Call("change_exam_paper", new { change = "another_duration", durationMinutes = 95 }));
        await SayAsync("Change the exam, please");

        Assert.That(await PaperAsync("not like '%95 min%'"), Does.Not.Contain("1:35"), _world.Api.Output);
        Assert.That(await PaperAsync("like '%95 min%'"), Does.Contain("1:35"));
        Assert.That(await _world.CountAsync("select count(*) from made_documents"), Is.EqualTo(4));

        await SayAsync("Another version");

        Assert.That(await _world.CountAsync("select count(*) from made_documents where title like '%version 2 %'"), Is.EqualTo(2));
    }

    [Test]
    public async Task The_whole_book_is_every_chapter_of_it()
    {
        await AskAsync(Wish, "whole book");
        await _world.QuietAsync();

        Assert.That((await TypesAsync()).Count(t => t == "document"), Is.EqualTo(2), _world.Api.Output);
        Assert.That(
            await _world.CountAsync(
                """
                select count(distinct p.chapter) from passages p join resources r on r.id = p.resource_id
                where r.title like '%Geography%Form 2%' and exists (
                  select from exams where topics::text like '%' || p.chapter || '%')
                """),
            Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task One_question_is_replaced_and_the_others_stay()
    {
        await AskAsync(Wish);
        await _world.QuietAsync();
        await ChangeAsync("replace_question", 5);

        Assert.That(await _world.CountAsync("select count(*) from exams where state = 'Ready'"), Is.EqualTo(2), _world.Api.Output);
        Assert.That(
            await _world.CountAsync(
                """
                select coalesce(max((a.piece::jsonb ->> 'Question')::bigint) * 100, 0) + count(*)
                from exam_slots a join exam_slots b using (place)
                where a.exam_id < b.exam_id and a.question <> b.question
                """),
            Is.EqualTo(501));
    }

    [Test]
    public async Task She_goes_on_talking_and_asking_again_says_that_it_is_on_its_way()
    {
        await _world.Phone.ScriptAsync(
            new ScriptedReply { Schema = "essay_draft", Content = "One moment, please.", DelayMilliseconds = 8000 });
        await AskAsync(Wish);
        await _world.AnswersAsync(Teacher, 1);
        await AskAsync(Wish);
        await _world.AnswersAsync(Teacher, 2);
        await _world.SayAsync(Teacher, "What causes ocean tides?");
        var meanwhile = await _world.AnswersAsync(Teacher, 3);
        await _world.QuietAsync();

        Assert.That(meanwhile.Take(3).Select(c => c.Type), Has.All.EqualTo("text"));
        Assert.That(meanwhile[1].Text, Does.Contain("on its way"));
        Assert.That((await TypesAsync()).Count(t => t == "document"), Is.EqualTo(2));
        Assert.That(await _world.CountAsync("select count(*) from exams"), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_finished_once_after_a_kill_and_no_question_is_paid_for_twice()
    {
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "delay", Milliseconds = 700 });
        await AskAsync(Wish);
        await Eventually.TrueAsync(
            async () => await _world.CountAsync("select count(*) from exam_slots where question is not null") >= 3,
            () => $"Nothing is made.\n{_world.Api.Output}");
        await _world.Api.KillAsync();
        // the calls that were under way end in the simulator all the same
        await Task.Delay(1500);
        await RunAsync("create table before_the_kill as select * from exam_slots where question is not null");
        var made = await _world.CountAsync("select count(*) from before_the_kill");
        var asked = (await DraftsAsync()).Count;

        await _world.Api.StartAsync();
        await _world.QuietAsync();

        var pieces = await _world.CountAsync("select count(*) from exam_slots");
        Assert.That(made, Is.LessThan(pieces), "it was killed too late to show anything");
        Assert.That((await TypesAsync()).Count(t => t == "document"), Is.EqualTo(2), _world.Api.Output);
        Assert.That(await _world.CountAsync("select count(*) from exams"), Is.EqualTo(1));
        Assert.That((await DraftsAsync()).Count - asked, Is.EqualTo(pieces - made), "calls after the start");
    }

    [Test]
    public async Task No_paper_is_sent_when_a_question_is_never_right_and_she_is_told()
    {
        await _world.Phone.ScriptAsync(new ScriptedReply { Schema = "essay_draft", Content = "I would rather not.", Repeat = true });
        await AskAsync(Wish);
        await _world.QuietAsync();

        Assert.That(await TypesAsync(), Is.EqualTo(new[] { "text", "text" }));
        Assert.That((await _world.AnswersAsync(Teacher))[1].Text, Does.Contain("could not complete").And.Contain("question 10"));
        Assert.That(await _world.CountAsync("select count(*) from files"), Is.Zero);
    }

    [Test]
    public async Task She_gets_an_apology_when_the_model_stays_away()
    {
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "delay", Milliseconds = 700 });
        await AskAsync(Wish);
        await _world.AnswersAsync(Teacher, 1);
        await _world.Phone.BreakModelAsync(new FaultRule { Kind = "error", Status = 503 });
        await _world.QuietAsync();

        Assert.That(await TypesAsync(), Is.EqualTo(new[] { "text", "text" }), _world.Api.Output);
        Assert.That((await _world.AnswersAsync(Teacher))[1].Text, Does.Contain("fault on our side"));
        Assert.That(await _world.CountAsync("select count(*) from exams where state = 'Failed'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Markup_in_names_and_topics_is_text()
    {
        const string Topic = "Ocean tides and ocean currents #eval(read) <b>waves</b> \\input{x}";
        await AskAsync(Wish, Topic, "weathering", "soil");
        await _world.QuietAsync();

        Assert.That((await TypesAsync()).Count(t => t == "document"), Is.EqualTo(2), string.Join(" / ", (await _world.AnswersAsync(Teacher)).Select(a => a.Text)));
        Assert.That(await TextAsync("like '%marking scheme%.pdf'"), Does.Contain("#eval(read)").And.Contain("<b>waves</b>").And.Contain("\\input{x}"));
    }

    private Task<string> PaperAsync(string name) =>
        TextAsync($"like '%.pdf' and name not like '%marking%' and name {name}");

    private async Task<string> TextAsync(string name)
    {
        await using var command = _world.Database.CreateCommand($"select content from files where name {name}");
        using var pdf = PdfDocument.Open((byte[])(await command.ExecuteScalarAsync())!);
        return string.Join(' ', pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
    }

    private async Task AskAsync(string words, params string[] topics)
    {
        await _world.Phone.ScriptAsync(Call("generate_necta_style_exam", new
        {
            @class = "Geography Form 2",
            topics = topics.Length > 0 ? topics : ["weathering", "ocean tides and currents", "soil"],
        }));
        await _world.SayAsync(Teacher, words);
    }

    private async Task ChangeAsync(string change, int? question = null)
    {
        await _world.Phone.ScriptAsync(Call("change_exam_paper", new { change, question }));
        await SayAsync("Change the exam, please");
    }

    private async Task SayAsync(string words)
    {
        await _world.SayAsync(Teacher, words);
        await _world.QuietAsync();
    }

    private static ScriptedReply Call(string tool, object arguments) => new()
    {
        Match = "exam",
        AfterTools = false,
        ToolCalls = [new ScriptedCall(tool, JsonSerializer.SerializeToElement(arguments))],
    };

    /// <summary>Calls that asked for a piece for the first time; repairs say what was wrong.</summary>
    private async Task<IReadOnlyList<ModelCall>> DraftsAsync() =>
        [
            .. (await _world.Phone.ModelCallsAsync()).Where(c => c.Schema?.EndsWith("_draft", StringComparison.Ordinal) == true
                && c.Messages?.GetRawText().Contains("cannot be used:", StringComparison.Ordinal) == false),
        ];

    private async Task<IEnumerable<string?>> TypesAsync() => (await _world.AnswersAsync(Teacher)).Select(c => c.Type);

    private async Task RunAsync(string sql)
    {
        await using var command = _world.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
