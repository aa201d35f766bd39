namespace Twiga.Application.Curriculum;

/// <summary>Opens the retriever on passages that are no part of the library and leave no trace in it.</summary>
public interface IRetrievalTrials
{
    Task<IRetrievalTrial> OpenAsync(IReadOnlyList<TrialPassage> corpus, CancellationToken cancellationToken);
}

/// <summary>The retriever on a corpus of its own.</summary>
public interface IRetrievalTrial : IAsyncDisposable
{
    /// <summary>What it uses beyond the question.</summary>
    string Uses { get; }

    /// <summary>The places of the passages in the corpus, best first.</summary>
    Task<IReadOnlyList<int>> RankAsync(string question, int limit, CancellationToken cancellationToken);
}

public sealed record TrialPassage(string Id, string Title, string Text, string? Module);

/// <param name="Gold">The places of the right passages in the corpus.</param>
public sealed record TrialQuery(string Id, string Language, string Question, string? English, IReadOnlySet<int> Gold);
