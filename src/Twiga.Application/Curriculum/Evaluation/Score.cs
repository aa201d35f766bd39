namespace Twiga.Application.Curriculum;

public enum QuestionForm
{
    Original,
    English,
}

public enum Retriever
{
    Twiga,
    PlainBm25,
}

internal sealed record Run(TrialQuery Query, QuestionForm Form, Retriever Retriever, int? Rank);

/// <summary>The means over the questions of one language, or of all.</summary>
public sealed record Score(
    string Language, QuestionForm Form, Retriever Retriever, int Questions,
    double RecallAt1, double RecallAt5, double RecallAt10, double RecallAt100, double MrrAt10, double NdcgAt10)
{
    private const string All = "all";

    internal static IReadOnlyList<Score> Of(IReadOnlyList<Run> runs)
    {
        var languages = runs.Select(r => r.Query.Language).Distinct().Order(StringComparer.Ordinal).ToList();
        return
        [
            .. languages.Prepend(All).Take(languages.Count == 1 ? 1 : int.MaxValue)
                .SelectMany(l => runs.Where(r => l == All || r.Query.Language == l)
                    .GroupBy(r => (r.Form, r.Retriever))
                    .OrderBy(g => g.Key)
                    .Select(g => Of(languages.Count == 1 ? languages[0] : l, g.Key.Form, g.Key.Retriever, [.. g.Select(r => r.Rank)]))),
        ];
    }

    internal static Score Of(string language, QuestionForm form, Retriever retriever, IReadOnlyList<int?> ranks) => new(
        language, form, retriever, ranks.Count,
        Recall(ranks, 1), Recall(ranks, 5), Recall(ranks, 10), Recall(ranks, 100),
        ranks.Average(r => r <= 10 ? 1.0 / r.Value : 0),
        ranks.Average(r => r <= 10 ? 1 / Math.Log2(r.Value + 1) : 0));

    private static double Recall(IReadOnlyList<int?> ranks, int within) => ranks.Average(r => r <= within ? 1.0 : 0);
}
