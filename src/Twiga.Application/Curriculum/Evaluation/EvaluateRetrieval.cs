using FluentValidation;
using MediatR;

namespace Twiga.Application.Curriculum;

/// <summary>Measures how well the retriever finds the gold passage of each question, beside plain BM25.</summary>
public sealed record EvaluateRetrieval(string CorpusPath, string QueriesPath) : IRequest<EvaluationOutcome>
{
    public IProgress<IngestStep>? Progress { get; init; }
}

public abstract record EvaluationOutcome
{
    private EvaluationOutcome()
    {
    }

    /// <param name="Uses">What the retriever had beyond the question.</param>
    /// <param name="Scores">All questions first, then each language.</param>
    public sealed record Measured(int Passages, int Questions, string Uses, IReadOnlyList<Score> Scores) : EvaluationOutcome;

    /// <summary>The files cannot be used; each reason names file and line.</summary>
    public sealed record Unusable(IReadOnlyList<string> Reasons) : EvaluationOutcome;
}

internal sealed class EvaluateRetrievalValidator : AbstractValidator<EvaluateRetrieval>
{
    public EvaluateRetrievalValidator()
    {
        RuleFor(e => e.CorpusPath).NotEmpty();
        RuleFor(e => e.QueriesPath).NotEmpty();
    }
}

internal sealed class EvaluateRetrievalHandler(IRetrievalTrials trials)
    : IRequestHandler<EvaluateRetrieval, EvaluationOutcome>
{
    /// <summary>The deepest place that is measured.</summary>
    private const int Deepest = 100;

    public async Task<EvaluationOutcome> Handle(EvaluateRetrieval request, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var corpus = TrialFiles.Corpus(request.CorpusPath, faults);
        var queries = TrialFiles.Queries(request.QueriesPath, corpus, faults);
        if (faults.Count > 0)
            return new EvaluationOutcome.Unusable(faults);

        request.Progress?.Report(new IngestStep("indexing", 0, queries.Count));
        await using var trial = await trials.OpenAsync(corpus, cancellationToken);
        var plain = new PlainBm25(corpus.Select(p => $"{p.Title} {p.Text}"));
        var runs = new List<Run>();
        foreach (var (query, done) in queries.Select((query, done) => (query, done)))
        {
            request.Progress?.Report(new IngestStep("asking", done, queries.Count));
            foreach (var (form, text) in Forms(query))
            {
                var found = await trial.RankAsync(text, Deepest, cancellationToken);
                runs.Add(new Run(query, form, Retriever.Twiga, Rank(found, query)));
                runs.Add(new Run(query, form, Retriever.PlainBm25, Rank(plain.Rank(text, Deepest), query)));
            }
        }

        return new EvaluationOutcome.Measured(corpus.Count, queries.Count, trial.Uses, Score.Of(runs));
    }

    private static IEnumerable<(QuestionForm Form, string Text)> Forms(TrialQuery query)
    {
        yield return (QuestionForm.Original, query.Question);
        if (query.English is { } english)
            yield return (QuestionForm.English, english);
    }

    private static int? Rank(IReadOnlyList<int> found, TrialQuery query)
    {
        for (var place = 0; place < found.Count; place++)
        {
            if (query.Gold.Contains(found[place]))
                return place + 1;
        }

        return null;
    }
}
