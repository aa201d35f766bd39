using NSubstitute;
using Twiga.Application.Curriculum;

namespace Twiga.Application.Tests;

public sealed class Evaluating_retrieval
{
    private readonly string folder = Directory.CreateTempSubdirectory("twiga-evaluation-").FullName;

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Reports_the_means_of_both_retrievers_for_all_and_for_each_language()
    {
        var corpus = Write("c", """{"id":"a","title":"Tides","text":"The moon pulls the sea"}""",
            """{"id":"b","title":"","text":"Maize grows in rain","module":"m","extra":1}""",
            """{"id":"d","text":"More of maize","module":"m"}""");
        var queries = Write("q", """{"id":"1","language":"eng","question":"what pulls the sea","question_en":"what pulls the sea","passage_id":"a"}""",
            """{"id":"2","language":"swa","question":"mahindi","question_en":"rain","module":"m"}""");
        var trial = Substitute.For<IRetrievalTrial>();
        trial.Uses.Returns("words");
        trial.RankAsync("what pulls the sea", 100, default).ReturnsForAnyArgs(
            call => call.ArgAt<string>(0) == "mahindi" ? [0, 2] : (IReadOnlyList<int>)[0, 1]);
        var trials = Substitute.For<IRetrievalTrials>();
        trials.OpenAsync(default!, default).ReturnsForAnyArgs(trial);

        var outcome = await new EvaluateRetrievalHandler(trials).Handle(new EvaluateRetrieval(corpus, queries), default);

        var measured = (EvaluationOutcome.Measured)outcome;
        Assert.That((measured.Passages, measured.Questions, measured.Scores.Count), Is.EqualTo((3, 2, 12)));
        var swahili = measured.Scores.Single(s => s is { Language: "swa", Form: QuestionForm.Original, Retriever: Retriever.Twiga });
        Assert.That((swahili.RecallAt1, swahili.RecallAt5, swahili.MrrAt10), Is.EqualTo((0.0, 1.0, 0.5)));
        Assert.That(swahili.NdcgAt10, Is.EqualTo(1 / Math.Log2(3)).Within(1e-9));
        var plain = measured.Scores.Single(s => s is { Language: "all", Form: QuestionForm.English, Retriever: Retriever.PlainBm25 });
        Assert.That(plain.RecallAt1, Is.EqualTo(1));
    }

    [Test]
    public async Task Names_file_and_line_of_what_is_wrong()
    {
        var corpus = Write("broken-c", """{"id":"a","text":"x"}""", """{"id":"a","text":"y"}""", "{");
        var queries = Write("broken-q", """{"id":"1","question":"x","passage_id":"nowhere"}""", """{"id":"2","question":"x"}""");

        var outcome = await new EvaluateRetrievalHandler(Substitute.For<IRetrievalTrials>())
            .Handle(new EvaluateRetrieval(corpus, queries), default);

        Assert.That(((EvaluationOutcome.Unusable)outcome).Reasons, Is.EqualTo(new[]
        {
            $"{corpus}, line 2: the id 'a' stands there twice.",
            $"{corpus}, line 3: this is no JSON object.",
            $"{queries}, line 1: there is no passage 'nowhere'.",
            $"{queries}, line 2: a question has either 'passage_id' or 'module'.",
        }));
    }

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(folder, name + ".jsonl");
        File.WriteAllLines(path, lines);
        return path;
    }
}
