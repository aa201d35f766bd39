using FluentValidation;
using MediatR;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Curriculum;

/// <summary>Asks the questions in a folder about the books of the library and measures what is found.</summary>
public sealed record EvaluateGolden(string Folder) : IRequest<GoldenOutcome>
{
    public IProgress<IngestStep>? Progress { get; init; }
}

public abstract record GoldenOutcome
{
    private GoldenOutcome()
    {
    }

    /// <param name="Scores">Of the questions that a book covers, by the language of question and book.</param>
    /// <param name="Uncovered">How many questions no book covers.</param>
    /// <param name="Refused">The share of those to which nothing was found, from 0 to 1.</param>
    /// <param name="Lost">The share of the covered ones to which nothing was found, from 0 to 1.</param>
    public sealed record Measured(IReadOnlyList<GoldenScore> Scores, int Uncovered, double Refused, double Lost) : GoldenOutcome;

    /// <summary>The questions cannot be asked; each reason is a sentence.</summary>
    public sealed record Unusable(IReadOnlyList<string> Reasons) : GoldenOutcome;
}

/// <summary>The means over questions of one kind.</summary>
public sealed record GoldenScore(
    string Language, Language Books, int Questions, double RecallAt1, double RecallAt5, double RecallAt10, double Mrr);

internal sealed class EvaluateGoldenValidator : AbstractValidator<EvaluateGolden>
{
    public EvaluateGoldenValidator() => RuleFor(e => e.Folder).NotEmpty();
}

internal sealed class EvaluateGoldenHandler(ITextbooks textbooks, ISchoolClasses classes)
    : IRequestHandler<EvaluateGolden, GoldenOutcome>
{
    public async Task<GoldenOutcome> Handle(EvaluateGolden request, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var questions = GoldenQuestion.Read(request.Folder, faults);
        var books = (await textbooks.ListAsync(cancellationToken))
            .SelectMany(b => b.Classes.Select(c => (c, b.Language))).DistinctBy(b => b.c).ToDictionary(b => b.c, b => b.Language);
        faults.AddRange(questions.Select(q => q.Class).Distinct().Where(c => !books.ContainsKey(c))
            .Select(c => $"{c} has no book; take it in first."));
        if (faults.Count > 0)
            return new GoldenOutcome.Unusable(faults);

        var answers = new List<(GoldenQuestion Question, SearchOutcome Outcome)>();
        foreach (var question in questions)
        {
            request.Progress?.Report(new IngestStep("asking", answers.Count, questions.Count));
            var schoolClass = (await classes.FindAsync(question.Class, cancellationToken))!.Id;
            answers.Add((question, await textbooks.SearchAsync(
                new SearchPassages(schoolClass, question.Question), cancellationToken)));
        }

        var covered = answers.Where(a => a.Question.Covered).ToList();
        var uncovered = answers.Where(a => !a.Question.Covered).ToList();
        var scores = covered.GroupBy(a => (a.Question.Language, Books: books[a.Question.Class]))
            .OrderBy(g => g.Key.Books).ThenBy(g => g.Key.Language, StringComparer.Ordinal)
            .Select(g => Score(g.Key.Language, g.Key.Books, [.. g.Select(a => a.Question.RankIn(a.Outcome))]));
        return new GoldenOutcome.Measured([.. scores], uncovered.Count, Nothing(uncovered), Nothing(covered));
    }

    private static GoldenScore Score(string language, Language books, IReadOnlyList<int?> ranks) => new(
        language, books, ranks.Count, Recall(ranks, 1), Recall(ranks, 5), Recall(ranks, 10),
        ranks.Average(r => r is { } rank ? 1.0 / rank : 0));

    private static double Recall(IReadOnlyList<int?> ranks, int within) => ranks.Average(r => r <= within ? 1.0 : 0);

    private static double Nothing(List<(GoldenQuestion Question, SearchOutcome Outcome)> answers) =>
        answers.Count == 0 ? 0 : answers.Average(a => a.Outcome is SearchOutcome.Found ? 0.0 : 1);
}
