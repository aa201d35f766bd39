using System.CommandLine;
using Twiga.Application.Curriculum;
using Twiga.Cli.Host;

namespace Twiga.Cli.Curriculum;

internal static class EvaluateCommands
{
    private static readonly Option<string> Corpus = new("--corpus") { Description = "The passages, JSON lines.", Required = true };
    private static readonly Option<string> Queries = new("--queries") { Description = "The questions, JSON lines.", Required = true };

    public static Command All() => new("evaluate", "Measures how good Twiga is.")
    {
        Verb.Create("retrieval", "Measures what the search finds, beside plain BM25.", [Corpus, Queries], RetrievalAsync),
    };

    private static async Task<int> RetrievalAsync(Call call, CancellationToken cancellationToken)
    {
        var outcome = await Progress.ShowAsync(progress => call.Workplace.SendAsync(
            new EvaluateRetrieval(call.Get(Corpus)!, call.Get(Queries)!) { Progress = progress }, cancellationToken));
        if (outcome is EvaluationOutcome.Unusable(var reasons))
        {
            foreach (var reason in reasons)
                await Console.Error.WriteLineAsync(reason);
            return 1;
        }

        var measured = (EvaluationOutcome.Measured)outcome;
        if (call.AsJson)
            return call.Done(measured, "");

        call.Done(measured, $"{measured.Questions} questions on {measured.Passages} passages, by {measured.Uses}");
        return call.Table(
            measured.Scores,
            ("questions", s => $"{s.Language}, {s.Form}"),
            ("by", s => s.Retriever.ToString()),
            ("n", s => s.Questions.ToString()),
            ("R@1", s => s.RecallAt1.ToString("f3")),
            ("R@5", s => s.RecallAt5.ToString("f3")),
            ("R@10", s => s.RecallAt10.ToString("f3")),
            ("R@100", s => s.RecallAt100.ToString("f3")),
            ("MRR@10", s => s.MrrAt10.ToString("f3")),
            ("nDCG@10", s => s.NdcgAt10.ToString("f3")));
    }
}
