using System.CommandLine;
using System.Globalization;
using Twiga.Application.Curriculum;
using Twiga.Cli.Host;

namespace Twiga.Cli.Curriculum;

internal static class EvaluateCommands
{
    private static readonly Option<string?> Corpus = new("--corpus") { Description = "The passages, JSON lines." };
    private static readonly Option<string?> Queries = new("--queries") { Description = "The questions, JSON lines." };

    private static readonly Option<string?> Golden = new("--golden")
    {
        Description = "A folder of questions about the sample books, JSON lines.",
    };

    private static readonly Option<bool> Summary = new("--summary") { Description = "Only the table of the README, as Markdown." };

    public static Command All() => new("evaluate", "Measures how good Twiga is.")
    {
        Verb.Create(
            "retrieval", "Measures what the search finds, beside plain BM25 where passages are given.",
            [Corpus, Queries, Golden, Summary], RetrievalAsync),
        TalkCommand.Create(),
    };

    private static async Task<int> RetrievalAsync(Call call, CancellationToken cancellationToken)
    {
        var (corpus, queries, golden) = (call.Get(Corpus), call.Get(Queries), call.Get(Golden));
        if (corpus is null != queries is null || (corpus is null && golden is null))
            throw new UsageException("Give --corpus and --queries, or --golden, or all of them.");

        var trial = corpus is null ? null : await Progress.ShowAsync(progress => call.Workplace.SendAsync(
            new EvaluateRetrieval(corpus, queries!) { Progress = progress }, cancellationToken));
        var asked = golden is null ? null : await Progress.ShowAsync(progress => call.Workplace.SendAsync(
            new EvaluateGolden(golden) { Progress = progress }, cancellationToken));
        var reasons = (trial as EvaluationOutcome.Unusable)?.Reasons ?? (asked as GoldenOutcome.Unusable)?.Reasons;
        foreach (var reason in reasons ?? [])
            await Console.Error.WriteLineAsync(reason);
        return reasons is null ? Show(call, trial as EvaluationOutcome.Measured, asked as GoldenOutcome.Measured) : 1;
    }

    private static int Show(Call call, EvaluationOutcome.Measured? trial, GoldenOutcome.Measured? golden)
    {
        if (call.AsJson)
            return call.Done((trial, golden) switch { ({ } t, null) => t, (null, { } g) => g, _ => new { trial, golden } }, "");
        if (call.Get(Summary))
            return call.Done(new { trial, golden }, string.Join('\n', Rows(trial, golden)));
        if (trial is not null)
        {
            call.Done(trial, $"{trial.Questions} questions on {trial.Passages} passages, by {trial.Uses}");
            call.Table(
                trial.Scores,
                ("questions", s => $"{s.Language}, {s.Form}"), ("by", s => s.Retriever.ToString()), ("n", s => s.Questions.ToString()),
                ("R@1", s => Share(s.RecallAt1)), ("R@5", s => Share(s.RecallAt5)), ("R@10", s => Share(s.RecallAt10)),
                ("R@100", s => Share(s.RecallAt100)), ("MRR@10", s => Share(s.MrrAt10)), ("nDCG@10", s => Share(s.NdcgAt10)));
        }

        if (golden is null)
            return 0;
        call.Table(
            golden.Scores,
            ("golden questions", s => $"{s.Language}, {s.Books} books"), ("n", s => s.Questions.ToString()),
            ("R@1", s => Share(s.RecallAt1)), ("R@5", s => Share(s.RecallAt5)), ("R@10", s => Share(s.RecallAt10)),
            ("MRR", s => Share(s.Mrr)));
        return call.Done(
            golden, $"Nothing found: {Share(golden.Refused)} of {golden.Uncovered} uncovered questions, {Share(golden.Lost)} of the covered.");
    }

    private static IEnumerable<string> Rows(EvaluationOutcome.Measured? trial, GoldenOutcome.Measured? golden)
    {
        yield return "| questions | measure | Twiga | plain BM25 |";
        yield return "|---|---|---|---|";
        QuestionForm[] forms = trial is null ? [] : [QuestionForm.English, QuestionForm.Original];
        foreach (var form in forms)
        {
            var (twiga, plain) = (Of(trial!, form, Retriever.Twiga), Of(trial!, form, Retriever.PlainBm25));
            yield return $"| AfriQA without Swahili, {form} forms ({twiga.Questions}) | nDCG@10 / Recall@10 | {Pair(twiga)} | {Pair(plain)} |";
        }

        foreach (var score in golden?.Scores ?? [])
            yield return $"| golden, {Name(score.Language)} on {score.Books} books ({score.Questions}) | Recall@5 | {Share(score.RecallAt5)} | |";
        if (golden is null)
            yield break;
        yield return $"| golden, covered by no book ({golden.Uncovered}) | says that nothing was found | {Share(golden.Refused)} | |";
        yield return $"| golden, covered ({golden.Scores.Sum(s => s.Questions)}) | lost that way | {Share(golden.Lost)} | |";
    }

    private static Score Of(EvaluationOutcome.Measured trial, QuestionForm form, Retriever retriever) =>
        trial.Scores.First(s => s.Form == form && s.Retriever == retriever);

    private static string Pair(Score score) => $"{Share(score.NdcgAt10)} / {Share(score.RecallAt10)}";

    private static string Name(string language) => language switch { "en" => "English", "sw" => "Swahili", _ => language };

    private static string Share(double share) => share.ToString("f3", CultureInfo.InvariantCulture);
}
