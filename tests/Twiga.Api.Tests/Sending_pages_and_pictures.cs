using Twiga.Api.Tests.World;
using Twiga.Simulator.Control;
using Twiga.Simulator.Models;
using Twiga.Simulator.Phones;
using UglyToad.PdfPig;

namespace Twiga.Api.Tests;

internal sealed class Sending_pages_and_pictures
{
    private const string Asha = "255700000091";
    private const string Question = "What causes ocean tides?";
    private TestWorld _world = null!;

    [SetUp]
    public async Task Start()
    {
        _world = await TestWorld.StartAsync();
        await _world.AddTeacherAsync(Asha, "Geography Form 2");
    }

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [Test]
    public async Task A_matrix_reaches_her_as_a_picture_and_the_words_around_it_as_text()
    {
        await AnswerAsync(@"Write the changes as $$A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$$ where $x^2$ is small.");

        var (text, picture) = await TwoAsync();
        Assert.That(text.Text, Does.Contain("(1, 2; 3, 4)").And.Contain("x²"));
        Assert.That(picture.Type, Is.EqualTo("image"), _world.Api.Output);
        Assert.That(await BytesAsync("image/png"), Has.Length.InRange(1000, 100_000));
    }

    [Test]
    public async Task An_answer_of_more_than_three_parts_reaches_her_as_a_document()
    {
        var paragraph = $"Tides rise and fall twice a day. {new string('w', 900)}";
        await AnswerAsync($"# Ocean tides\n\n{string.Join("\n\n", Enumerable.Repeat(paragraph, 17))}\n\n- **last** point");

        var sent = (await _world.AnswersAsync(Asha)).Single();
        Assert.That(sent.Type, Is.EqualTo("document"), _world.Api.Output);
        using var pdf = PdfDocument.Open(await BytesAsync("application/pdf"));
        Assert.That(pdf.GetPages().Last().Text, Does.Contain("last"));
    }

    [Test]
    public async Task The_button_below_an_exercise_brings_it_as_a_sheet_to_print()
    {
        await _world.SayAsync(Asha, "Please write an exercise about ocean tides");
        await _world.QuietAsync();
        var exercise = (await _world.AnswersAsync(Asha))[^1];
        Assert.That(exercise.Body, Does.Contain("say:document"), _world.Api.Output);

        await _world.Phone.SayAsync([new Said { Teacher = Asha, Button = new Choice("say:document", "As document") }]);
        await Eventually.GetAsync(
            () => _world.AnswersAsync(Asha), calls => calls[^1].Type == "document", calls => $"{calls[^1].Text}\n{_world.Api.Output}");

        using var pdf = PdfDocument.Open(await BytesAsync("application/pdf"));
        var text = string.Join(' ', pdf.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
        Assert.That(text, Does.Contain("EXERCISE").And.Contain("1.").And.Contain("Name:").And.Not.Contain("Sources:"));
    }

    private async Task AnswerAsync(string words)
    {
        await _world.Phone.ScriptAsync(new ScriptedReply { Match = "tides", Content = words });
        await _world.SayAsync(Asha, Question);
        await _world.QuietAsync();
    }

    private async Task<(GraphCall Text, GraphCall Picture)> TwoAsync()
    {
        var all = await _world.AnswersAsync(Asha);
        Assert.That(all, Has.Count.EqualTo(2), _world.Api.Output);
        return (all[0], all[1]);
    }

    private async Task<byte[]> BytesAsync(string type)
    {
        await using var command = _world.Database.CreateCommand($"select content from files where mime_type = '{type}'");
        return (byte[])(await command.ExecuteScalarAsync())!;
    }
}
