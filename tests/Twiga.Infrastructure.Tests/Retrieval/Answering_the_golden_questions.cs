using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Tests.Retrieval;

public sealed class Answering_the_golden_questions
{
    private static readonly IReadOnlyList<GoldenQuestion> Questions =
        GoldenQuestion.Read(Path.Combine(AppContext.BaseDirectory, "Golden"), []);

    private readonly List<(GoldenQuestion Question, SearchOutcome Outcome)> answers = [];

    [OneTimeSetUp]
    public async Task Ask_them_all()
    {
        await Database.EmptyAsync();
        await using var library = Library.Open();
        await library.FillAsync();
        foreach (var question in Questions)
        {
            var wanted = new SearchPassages(await library.ClassAsync(question.Class), question.Question);
            answers.Add((question, await library.Send(wanted)));
        }
    }

    [Test]
    public void There_are_enough_of_them()
    {
        Assert.That(Questions.Count(q => q.Covered), Is.GreaterThanOrEqualTo(200));
        Assert.That(Questions.Count(q => !q.Covered), Is.GreaterThanOrEqualTo(50));
    }

    [TestCase("English questions", 0.95, new[] { "en" }, false)]
    [TestCase("Swahili questions on English books", 0.85, new[] { "sw" }, false)]
    [TestCase("Mixed questions on English books", 0.85, new[] { "mixed" }, false)]
    [TestCase("Swahili questions on Swahili books", 0.95, new[] { "sw" }, true)]
    [TestCase("English and mixed questions on Swahili books", 0.85, new[] { "en", "mixed" }, true)]
    public void Brings_the_answer_among_the_first_five(string kind, double floor, string[] languages, bool swahiliBook)
    {
        var asked = answers.Where(a => a.Question.Covered && languages.Contains(a.Question.Language)
            && IsSwahili(a.Question.Class) == swahiliBook).ToList();
        var ranks = asked.Select(a => a.Question.RankIn(a.Outcome)).ToList();
        Show(kind, asked.Zip(ranks, (a, rank) => (a.Question, rank)));
        Assert.That(ranks.Count(r => r <= 5) / (double)ranks.Count, Is.GreaterThanOrEqualTo(floor));
    }

    [Test]
    public void Says_that_nothing_was_found_where_no_book_covers_it()
    {
        var uncovered = answers.Where(a => !a.Question.Covered).ToList();
        foreach (var (question, outcome) in uncovered.Where(a => a.Outcome is SearchOutcome.Found))
            TestContext.Out.WriteLine($"found something: {question.Id} {question.Question} {((SearchOutcome.Found)outcome).Passages[0].Section}");
        Assert.That(
            uncovered.Count(a => a.Outcome is SearchOutcome.NothingFound) / (double)uncovered.Count,
            Is.GreaterThanOrEqualTo(0.9));
    }

    [Test]
    public void Hardly_ever_says_so_where_a_book_does()
    {
        var covered = answers.Where(a => a.Question.Covered).ToList();
        var lost = covered.Where(a => a.Outcome is SearchOutcome.NothingFound).ToList();
        foreach (var (question, _) in lost)
            TestContext.Out.WriteLine($"lost: {question.Id} {question.Question}");
        Assert.That(lost.Count / (double)covered.Count, Is.LessThanOrEqualTo(0.03));
    }

    [Test]
    public async Task Comes_to_the_same_by_the_operators_command()
    {
        await using var library = Library.Open();
        var outcome = await library.Send(new EvaluateGolden(Path.Combine(AppContext.BaseDirectory, "Golden")));
        var measured = (GoldenOutcome.Measured)outcome;
        var first = answers.Count(a => a.Question.Covered && a.Question.RankIn(a.Outcome) == 1);
        Assert.That(measured.Scores.Sum(s => s.Questions * s.RecallAt1), Is.EqualTo(first).Within(0.01));
        Assert.That(measured.Uncovered, Is.EqualTo(answers.Count(a => !a.Question.Covered)));
    }

    private static bool IsSwahili(string name) => name.StartsWith("Kiswahili") || name.StartsWith("Science Standard")
        || name.StartsWith("Sayansi") || name.StartsWith("Historia") || name.StartsWith("History of Tanzania");

    private static void Show(string kind, IEnumerable<(GoldenQuestion Question, int? Rank)> ranked)
    {
        var all = ranked.ToList();
        TestContext.Out.WriteLine(
            $"{kind}: {all.Count}; first {Share(1):f3}, first five {Share(5):f3}, first ten {Share(10):f3}, " +
            $"mrr {all.Average(r => r.Rank is { } rank ? 1.0 / rank : 0):f3}");
        foreach (var (question, rank) in all.Where(r => r.Rank is not <= 5))
            TestContext.Out.WriteLine($"{rank?.ToString() ?? "-"}: {question.Id} {question.Question} | {question.Section} {question.Quote}");

        double Share(int within) => all.Count(r => r.Rank <= within) / (double)all.Count;
    }
}
